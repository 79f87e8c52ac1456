import { z } from 'zod';
import { StartFault } from './fault.ts';

/** What a person may set, from the environment or from `.env`. `.env.example` explains each. */
export interface Settings {
	/** Folder of the dataset, as given: messages about its files begin with it. */
	data: string;
	/** The SQLite file. */
	db: string;
	host: string;
	port: number;
	/** Scheme, host and port under which readers reach the site, without a slash at the end. */
	origin: string;
	/** A day taken as today, for reprints and tests; otherwise the clock says. */
	today: string | null;
	/** Nobody reads without an account or a key. */
	private: boolean;
	/** The largest request body that is read, in bytes. */
	bodySizeLimit: number;
	/** The largest file that an import takes in, in bytes. */
	importSizeLimit: number;
	/** The header, in small letters, in which a proxy says whom it asks for; null where nothing stands before the server. */
	addressHeader: string | null;
	/** How many proxies stand before the server; which address of X-Forwarded-For is meant. */
	proxies: number;
}

const UNITS: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
const LARGEST_BODY = '1G';
const LARGEST_IMPORT = '64G';

const name = (accepted: string) => z.string({ error: accepted }).min(1, accepted);

const SCHEMA = z.object({
	BUILDOUT_DATA: name('the path of a folder').default('data'),
	BUILDOUT_DB: name('the path of a file').default('data/buildout.db'),
	HOST: name('a host name or an IP address')
		.regex(/^[\w.:-]+$/, 'a host name or an IP address')
		.default('127.0.0.1'),
	PORT: name('a whole number from 1 to 65535')
		.regex(/^\d{1,5}$/, 'a whole number from 1 to 65535')
		.transform(Number)
		.refine((port) => port >= 1 && port <= 65_535, 'a whole number from 1 to 65535')
		.default(3000),
	ORIGIN: name('an address such as https://ledger.example.org').transform(toOrigin).optional(),
	BUILDOUT_TODAY: z.iso
		.date('a day such as 2026-11-22')
		.refine((day) => day >= '1990-01-01' && day <= '2100-12-31', 'a day from 1990-01-01 to 2100-12-31')
		.optional(),
	BUILDOUT_PRIVATE: z.stringbool({ error: 'true or false' }).default(false),
	BODY_SIZE_LIMIT: size(LARGEST_BODY).default(16 * 1024 ** 2),
	IMPORT_SIZE_LIMIT: size(LARGEST_IMPORT).default(1024 ** 3),
	ADDRESS_HEADER: name('the name of a header such as X-Forwarded-For')
		.regex(/^[a-z0-9-]{1,64}$/i, 'the name of a header such as X-Forwarded-For')
		.transform((header) => header.toLowerCase())
		.optional(),
	XFF_DEPTH: name('a whole number from 1 to 9')
		.regex(/^[1-9]$/, 'a whole number from 1 to 9')
		.transform(Number)
		.default(1)
});

/** What may be set, by its name in the environment. */
export const SETTING_NAMES = Object.keys(SCHEMA.shape);

/**
 * Reads the settings out of an environment. An empty value counts as not set; names that are no settings are left alone.
 *
 * @throws {StartFault} one line for each wrong setting: its name, what it takes and what it got
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
	const given = Object.fromEntries(SETTING_NAMES.flatMap((key) => (env[key]?.trim() ? [[key, env[key].trim()]] : [])));
	const result = SCHEMA.safeParse(given);
	if (!result.success) {
		const faults = new Map(result.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
		throw new StartFault(
			[...faults]
				.map(([key, accepted]) => `${key}: expected ${accepted}, got ${JSON.stringify(given[key])}.`)
				.join('\n')
		);
	}
	const { BUILDOUT_DATA, BUILDOUT_DB, HOST, PORT, ORIGIN, BUILDOUT_TODAY, BUILDOUT_PRIVATE } = result.data;
	const { BODY_SIZE_LIMIT, IMPORT_SIZE_LIMIT, ADDRESS_HEADER, XFF_DEPTH } = result.data;
	return {
		data: BUILDOUT_DATA,
		db: BUILDOUT_DB,
		host: HOST,
		port: PORT,
		origin: ORIGIN ?? `http://localhost:${PORT}`,
		today: BUILDOUT_TODAY ?? null,
		private: BUILDOUT_PRIVATE,
		bodySizeLimit: BODY_SIZE_LIMIT,
		importSizeLimit: IMPORT_SIZE_LIMIT,
		addressHeader: ADDRESS_HEADER ?? null,
		proxies: XFF_DEPTH
	};
}

function toOrigin(text: string, context: z.RefinementCtx): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
	if (plain && /^https?:$/.test(url.protocol)) return url.origin;
	context.addIssue('an address such as https://ledger.example.org: scheme, host and port, nothing after them');
	return z.NEVER;
}

function bytesOf(text: string): number {
	const [, digits, unit] = /^(\d{1,12})([KMG]?)$/i.exec(text) ?? [];
	return Number(digits) * (UNITS[(unit ?? '').toUpperCase()] ?? NaN);
}

/** A number of bytes as people write it, at least 1. */
function size(largest: string) {
	const accepted = `a size such as 512K or 16M, at most ${largest}`;
	return name(accepted).transform((text, context) => {
		const bytes = bytesOf(text);
		if (bytes >= 1 && bytes <= bytesOf(largest)) return bytes;
		context.addIssue(accepted);
		return z.NEVER;
	});
}
