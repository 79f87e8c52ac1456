import type { WriterModule } from './writer';

/** What pages, addresses and the command line are told of a format. It is read in the browser: what writes and reads files stands apart. */
interface Facts {
	/** How addresses and names of files end, without the dot. The folder of the format is called the same. */
	extension: string;
	/** What people call it. */
	label: string;
	/** The media type, as `Content-Type` says it. */
	type: string;
	/** `all`: every list and record is published in it. `large`: deals and whole records only, for spreadsheets and warehouses. */
	lists: 'all' | 'large';
	/** `page`: one page of a list, opened by the browser. `table`: all rows, saved as a file. */
	holds: 'page' | 'table';
}

/**
 * A format, for `satisfies`: it names the module that writes it, so that one without a writer does not compile. Only the type of
 * the module is imported; its code is found by the name of the folder and stays on the server (`writers.server.ts`).
 */
export interface FormatOf<Writer extends WriterModule> extends Facts {
	/** Whether the command line writes the whole ledger in it (`writeLedger`), and not one table. */
	wholeLedger: 'writeLedger' extends keyof Writer ? true : false;
}
