import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from '$lib/server/config/fault';
import { factsFile, type Cache } from './cache';
import { MOST_BYTES } from './facts';

/** The SEC allows ten requests a second from all machines of one user together. */
const MOST_PER_SECOND = 10;
const PER_SECOND = 4;
const ATTEMPTS = 5;
const FIRST_WAIT = 1_000;
/** A server that wants a longer pause is asked again by a person, later. */
const LONGEST_WAIT = 60_000;
/** A connection that stalls this long counts as broken. */
const STALLED = 120_000;

export interface Source {
	/** Scheme and host, without a slash at the end. */
	address: string;
	/** `Name contact@example.org`: the SEC refuses who does not say who asks. */
	userAgent: string;
	cache: Cache;
	/** At most 10; 4 unless set. */
	perSecond?: number;
	/** Milliseconds on a clock that never goes back, and a pause of so many: replaced where no time is to pass. */
	clock?: () => number;
	wait?: (milliseconds: number) => Promise<unknown>;
}

export type Fetched = { text: string; from: 'network' | 'cache' } | { fault: string };

/**
 * Who asks, and whom, from the environment: `EDGAR_USER_AGENT` (needed), `EDGAR_ADDRESS` (a mirror; else data.sec.gov).
 *
 * @throws {StartFault} a sentence that says what to set
 */
export function sourceFrom(env: Record<string, string | undefined>): Pick<Source, 'address' | 'userAgent'> {
	const userAgent = env.EDGAR_USER_AGENT?.trim() ?? '';
	const address = env.EDGAR_ADDRESS?.trim() || 'https://data.sec.gov';
	if (!/^[\x21-\x7e][\x20-\x7e]{4,198}$/.test(userAgent) || !/\S@\S+\.\S/.test(userAgent)) {
		const got = userAgent === '' ? 'nothing' : JSON.stringify(userAgent.slice(0, 80));
		throw new StartFault(
			`EDGAR_USER_AGENT: expected who you are and how to reach you, such as “Jane Doe jane@example.org”, got ${got}. ` +
				'The SEC refuses tools that do not say so. Set it, or read files already downloaded with --from <folder>.'
		);
	}
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
		throw new StartFault(
			`EDGAR_ADDRESS: expected an address such as https://data.sec.gov, got ${JSON.stringify(address)}.`
		);
	}
	return { address: address.replace(/\/+$/, ''), userAgent };
}

class TooLarge extends Error {}

async function bodyOf(response: Response): Promise<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > MOST_BYTES) throw new TooLarge();
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function isWhole(json: string): boolean {
	try {
		JSON.parse(json);
		return true;
	} catch {
		return false;
	}
}

/** How long the server asks to wait, milliseconds; undefined where it does not say or says it as a date. */
function retryAfter(response: Response): number | undefined {
	const seconds = response.headers.get('retry-after');
	return seconds && /^\d{1,9}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

type Attempt = Fetched | { again: string; after?: number };

/** Asks the SEC for companyfacts: declared, one request at a time and never too fast, with what was kept before at hand. */
export class EdgarClient {
	private next = 0;
	private readonly gap: number;
	private readonly clock: () => number;
	private readonly wait: (milliseconds: number) => Promise<unknown>;

	constructor(private readonly source: Source) {
		this.gap = 1_000 / Math.min(Math.max(source.perSecond ?? PER_SECOND, 0.1), MOST_PER_SECOND);
		this.clock = source.clock ?? (() => performance.now());
		this.wait = source.wait ?? sleep;
	}

	/** Keeps the gap between the starts of any two requests. */
	private async turn(): Promise<void> {
		const now = this.clock();
		const start = Math.max(now, this.next);
		this.next = start + this.gap;
		if (start > now) await this.wait(start - now);
	}

	/**
	 * The companyfacts of a ten-digit CIK as text. Asks whether what was kept is still the same; tries again, each time after
	 * a longer pause, where the server is busy or the connection breaks. Never throws for what a server may answer.
	 *
	 * @throws {StartFault} where the answer cannot be kept
	 */
	async companyFacts(cik: string): Promise<Fetched> {
		const url = `${this.source.address}/api/xbrl/companyfacts/${factsFile(cik)}`;
		let last = '';
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			await this.turn();
			const result = await this.ask(url, cik);
			if (!('again' in result)) return result;
			last = result.again;
			const pause = Math.max(result.after ?? 0, FIRST_WAIT * 2 ** attempt);
			if (pause > LONGEST_WAIT)
				return { fault: `${url}: ${last} It asks for a pause of ${Math.ceil(pause / 1_000)} seconds. Try again then.` };
			if (attempt < ATTEMPTS - 1) await this.wait(pause);
		}
		return { fault: `${url}: ${last} Tried ${ATTEMPTS} times. Try again later.` };
	}

	private async ask(url: string, cik: string): Promise<Attempt> {
		const kept = this.source.cache.find(cik);
		const headers: Record<string, string> = { 'user-agent': this.source.userAgent, accept: 'application/json' };
		if (kept?.stamp.etag) headers['if-none-match'] = kept.stamp.etag;
		else if (kept?.stamp.lastModified) headers['if-modified-since'] = kept.stamp.lastModified;
		try {
			const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(STALLED) });
			if (response.status === 200) return await this.take(response, url, cik);
			await response.body?.cancel();
			if (response.status === 304 && kept) return { text: kept.text, from: 'cache' };
			return refusal(response, url);
		} catch (error) {
			if (error instanceof StartFault) throw error;
			if (error instanceof TooLarge)
				return { fault: `${url}: expected at most ${MOST_BYTES / 1024 ** 2} MB, got a larger answer.` };
			return { again: `The connection failed (${reasonOf(error)}).` };
		}
	}

	private async take(response: Response, url: string, cik: string): Promise<Attempt> {
		const text = await bodyOf(response);
		if (!isWhole(text))
			return { again: `The answer is no JSON or breaks off after ${text.length.toLocaleString('en-US')} characters.` };
		const { headers } = response;
		this.source.cache.keep(cik, text, { etag: headers.get('etag'), lastModified: headers.get('last-modified') });
		return { text, from: 'network' };
	}
}

function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message || cause.name;
	return String(cause);
}

function refusal(response: Response, url: string): Attempt {
	const { status } = response;
	if (status === 403) {
		return {
			fault:
				`${url}: the SEC refused the request (403). It does so to tools that do not say who they are: check that ` +
				'EDGAR_USER_AGENT names you and your address. It also turns away some hosted machines, and for about ten minutes ' +
				'whoever asked too often. Files downloaded elsewhere can be read with --from <folder>.'
		};
	}
	if (status === 404)
		return { fault: `${url}: the SEC has no facts under this CIK (404). Check the organisation's cik.` };
	if (status === 429 || status >= 500) return { again: `The server is busy (${status}).`, after: retryAfter(response) };
	return { fault: `${url}: expected the facts, got the answer ${status}.` };
}
