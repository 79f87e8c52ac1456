import type { ReaderModule } from './reader';
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
 * A format, for `satisfies`: it names the module that writes it, so that one without a writer does not compile, and the one that
 * reads it, where an import takes it. Only the types of the modules are imported; their code is found by the name of the folder and
 * stays on the server (`writers.server.ts`, `readers.server.ts`).
 */
export interface FormatOf<Writer extends WriterModule, Reader extends ReaderModule | null = null> extends Facts {
	/** Whether the command line writes the whole ledger in it (`writeLedger`), and not one table. */
	wholeLedger: 'writeLedger' extends keyof Writer ? true : false;
	/** The endings of files that a person may choose for an import; what they hold is told by their bytes. */
	reads: Reader extends ReaderModule ? readonly [string, ...string[]] : readonly [];
}
