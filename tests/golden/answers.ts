import { isDeepStrictEqual } from 'node:util';
import { inflateRawSync } from 'node:zlib';

/** What is kept of an answer: not its tag, which names the build. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	/** As it came; of a page its words, of a sheet its unpacked parts. */
	body: Buffer;
}

const HEADERS = ['content-type', 'content-disposition', 'cache-control', 'location', 'link', 'x-total-rows'];

/** Asks one address. */
export async function ask(url: string, address: string): Promise<Answer> {
	const response = await fetch(url + address, { redirect: 'manual', headers: { accept: '*/*' } });
	const body = Buffer.from(await response.arrayBuffer());
	const headers: Record<string, string> = {};
	for (const name of HEADERS) {
		const value = response.headers.get(name);
		// The fonts and style sheets that a page asks for ahead are named after their bytes.
		if (value !== null && !(name === 'link' && value.includes('/_app/'))) headers[name] = value;
	}
	return { status: response.status, headers, body: keptOf(body, headers['content-type'] ?? '') };
}

/**
 * What two runs have in common: a sheet is a zip file, whose parts are stamped with the time of day; and the markup of a page may
 * change without a reader noticing.
 */
function keptOf(body: Buffer, type: string): Buffer {
	if (type.startsWith('text/html')) return Buffer.from(wordsOf(body.toString()));
	return type.includes('spreadsheetml') ? unpacked(body) : body;
}

/** The parts of a zip file one after the other, each below its name. */
export function unpacked(zip: Buffer): Buffer {
	const END_OF_CENTRAL_DIRECTORY = 'PK\x05\x06';
	const end = zip.lastIndexOf(END_OF_CENTRAL_DIRECTORY, undefined, 'latin1');
	let at = zip.readUInt32LE(end + 16);
	const parts: Buffer[] = [];
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
		const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
			number,
			number,
			number
		];
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const packed = zip.subarray(start, start + size);
		parts.push(Buffer.from(`== ${zip.toString('utf8', at + 46, at + 46 + name)}\n`));
		parts.push(method === 0 ? packed : inflateRawSync(packed), Buffer.from('\n'));
		at += 46 + name + extra + comment;
	}
	return Buffer.concat(parts);
}

/** The text of a page, with where its links and forms lead and what its controls are called, one piece a line. */
export function wordsOf(html: string): string {
	return html
		.replace(/<(script|style)\b[\s\S]*?<\/\1>|<link\b[^>]*>|<!--[\s\S]*?-->/g, '')
		.replace(/<[^>]*>/g, (tag) => {
			const said = [...tag.matchAll(/\s(href|action|name|value|aria-label|alt)="([^"]*)"/g)];
			return `\n${said.map(([, name, value]) => `[${name}=${value}]`).join('')}\n`;
		})
		.split('\n')
		.map((line) => line.trim().replace(/\s+/g, ' '))
		.filter(Boolean)
		.join('\n');
}

/** The first difference between two answers in one line; undefined where they are the same. */
export function differenceOf(saved: Answer, got: Answer): string | undefined {
	if (saved.status !== got.status) return `status: ${saved.status} became ${got.status}`;
	if (!isDeepStrictEqual(saved.headers, got.headers)) {
		const names = [...new Set([...Object.keys(saved.headers), ...Object.keys(got.headers)])];
		const name = names.find((each) => saved.headers[each] !== got.headers[each]);
		return name && `${name}: ${saved.headers[name] ?? 'none'} became ${got.headers[name] ?? 'none'}`;
	}
	if (saved.body.equals(got.body)) return undefined;
	const most = Math.min(saved.body.length, got.body.length);
	let at = 0;
	while (at < most && saved.body[at] === got.body[at]) at++;
	const sizes = `${saved.body.length} and ${got.body.length} bytes`;
	if (/parquet/.test(saved.headers['content-type'] ?? '')) return `byte ${at} (${sizes})`;
	const line = saved.body.subarray(0, at).filter((byte) => byte === 10).length + 1;
	return `line ${line}, byte ${at} (${sizes}): ${excerpt(saved.body, at)} became ${excerpt(got.body, at)}`;
}

function excerpt(body: Buffer, at: number): string {
	return JSON.stringify(body.subarray(Math.max(0, at - 30), at + 50).toString());
}
