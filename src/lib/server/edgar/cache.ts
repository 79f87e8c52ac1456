import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartFault } from '$lib/server/config/fault';
import { MOST_BYTES } from './facts';

/** What the server said about a file that was kept, to ask whether it is still the same. */
const STAMP = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable(), sha256: z.string() });
export type Stamp = z.output<typeof STAMP>;

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** The name under which the SEC serves a company's facts, and under which downloads are kept. */
export function factsFile(cik: string): string {
	return `CIK${cik}.json`;
}

/** Reads a text file in UTF-8, or says in a sentence why it cannot be read. `shown` is its name in the sentence. */
export function readText(path: string, shown: string): { text: string } | { fault: string } {
	try {
		const { size } = statSync(path);
		if (size > MOST_BYTES)
			return {
				fault: `${shown}: expected at most ${MOST_BYTES / 1024 ** 2} MB, got ${size.toLocaleString('en-US')} bytes.`
			};
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
	} catch (error) {
		if (error instanceof TypeError) return { fault: `${shown}: expected text in UTF-8, got other bytes.` };
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code === 'ENOENT') return { fault: `${shown}: expected a file, got nothing at this place.` };
		if (code === '') throw error;
		return { fault: `${shown}: it cannot be read (${code}).` };
	}
}

function write(path: string, text: string): void {
	const part = `${path}.${process.pid}.part`;
	writeFileSync(part, text);
	renameSync(part, path);
}

/** Files fetched before. A file that is not as it was kept counts as not there. */
export class Cache {
	constructor(private readonly folder: string) {}

	private stampPath(cik: string): string {
		return join(this.folder, `CIK${cik}.stamp.json`);
	}

	find(cik: string): { text: string; stamp: Stamp } | undefined {
		const file = readText(join(this.folder, factsFile(cik)), factsFile(cik));
		const noted = readText(this.stampPath(cik), 'stamp');
		if ('fault' in file || 'fault' in noted) return undefined;
		try {
			const stamp = STAMP.safeParse(JSON.parse(noted.text));
			return stamp.success && stamp.data.sha256 === sha256(file.text)
				? { text: file.text, stamp: stamp.data }
				: undefined;
		} catch (error) {
			if (error instanceof SyntaxError) return undefined;
			throw error;
		}
	}

	/** @throws {StartFault} where the folder cannot be written */
	keep(cik: string, text: string, headers: Omit<Stamp, 'sha256'>): void {
		try {
			mkdirSync(this.folder, { recursive: true });
			write(join(this.folder, factsFile(cik)), text);
			write(this.stampPath(cik), JSON.stringify({ ...headers, sha256: sha256(text) }));
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
			throw new StartFault(`${this.folder}: what was downloaded cannot be kept there${code}.`, { cause: error });
		}
	}
}
