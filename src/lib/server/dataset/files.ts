import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Fault } from './fault';

const MOST_BYTES = 64 * 1024 * 1024;

/** What went wrong with a file or folder, in words that end "got …". */
function reason(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOENT') return 'nothing at this place';
	if (code === 'ENOTDIR') return 'a file';
	if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
	if (code === 'ELOOP') return 'a link that leads to itself';
	return code === '' ? 'an error while reading' : `the error ${code} while reading`;
}

/** A folder with a dataset in it. Files are named by their path inside it and read only if they really lie in it. */
export class Folder {
	/** As given, without a slash at its end: the start of every path in a message. */
	readonly name: string;
	/** Where it really lies, with a slash at its end; asked once. */
	private root: string | undefined;

	constructor(name: string) {
		this.name = name.length > 1 ? name.replace(/[/\\]+$/, '') : name;
	}

	/** A file's path as it is shown. */
	show(file: string): string {
		return this.name === '/' ? `/${file}` : `${this.name}/${file}`;
	}

	/** Whether anything is there by this name, even a link that leads nowhere. */
	has(file: string): boolean {
		return readdirSync(this.name).includes(file);
	}

	/** The names in a folder (the dataset itself: `''`), sorted, hidden ones left out; or a fault. */
	list(folder: string): string[] | Fault {
		try {
			const names = readdirSync(join(this.name, folder)).filter((name) => !name.startsWith('.'));
			return names.sort();
		} catch (error) {
			const file = folder === '' ? this.name : this.show(folder);
			return { file, path: [], expected: 'a folder', got: reason(error) };
		}
	}

	/** The text of a file; a fault if it is not a plain file of this folder in UTF-8, of at most 64 MB. */
	read(file: string): string | Fault {
		const fault = (expected: string, got: string): Fault => ({ file: this.show(file), path: [], expected, got });
		try {
			const real = realpathSync.native(join(this.name, file));
			this.root ??= join(realpathSync.native(this.name), sep);
			if (!real.startsWith(this.root)) {
				return fault('a file inside the dataset', 'a link that leads out of it');
			}
			const { size, ...kind } = describe(real);
			if (!kind.isFile) return fault('a file', kind.isFolder ? 'a folder' : 'something that is not a file');
			if (size > MOST_BYTES) return fault('a file of at most 64 MB', `${Math.ceil(size / 1024 / 1024)} MB`);
			return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
		} catch (error) {
			if (error instanceof TypeError) return fault('text in UTF-8', 'other bytes');
			return fault('a file', reason(error));
		}
	}
}

function describe(path: string): { size: number; isFile: boolean; isFolder: boolean } {
	const stats = statSync(path);
	return { size: stats.size, isFile: stats.isFile(), isFolder: stats.isDirectory() };
}
