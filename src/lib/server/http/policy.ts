import { endsLikeData } from '$lib/formats';

/** What holds for every route of a group: who may read, keep and write it, and how its refusals are told. */
export interface Policy {
	/** `page`: for people, who are led to the sign-in. `data`: for programs, told as RFC 9457. `part`: of a page, told likewise. */
	answers: 'page' | 'data' | 'part';
	/** `readers`: whoever may read the ledger, anybody unless reading is closed. `people`: whoever has signed in with a browser. */
	read: 'anyone' | 'readers' | 'people';
	/** Whoever may send a method that writes, from this site. `route`: the route says, because most of the group takes none. */
	write: 'anyone' | 'people' | 'route';
	/** `shared`: the same for everybody. `personal`: another one for somebody who has signed in. `never`: not even by the browser. */
	cache: 'shared' | 'personal' | 'never';
	/** The setting that bounds a body. A body under `importSizeLimit` may also take its time. */
	body: 'bodySizeLimit' | 'importSizeLimit';
	/** What becomes of a write while an import holds the database. `route`: it looks for itself, after it has read what was sent. */
	whileImporting: 'refuse' | 'wait' | 'route';
}

const FORM = { read: 'people', write: 'people', body: 'bodySizeLimit', answers: 'page' } as const;

/** The one list of groups, by the folders with which a route begins. `policy.spec.ts` holds every route to one of them. */
export const POLICIES = {
	/** Pages that anybody may read. */
	'(public)': { ...FORM, read: 'readers', write: 'route', cache: 'personal', whileImporting: 'refuse' },
	/** Tables and records for programs. */
	'(data)': {
		answers: 'data',
		read: 'readers',
		write: 'route',
		cache: 'shared',
		body: 'bodySizeLimit',
		whileImporting: 'refuse'
	},
	/** What the pages ask for themselves. */
	'(internal)': {
		answers: 'part',
		read: 'readers',
		write: 'route',
		cache: 'personal',
		body: 'bodySizeLimit',
		whileImporting: 'refuse'
	},
	/** Forms that change a record: what was typed comes back while an import is being written. */
	'(editor)': { ...FORM, cache: 'personal', whileImporting: 'route' },
	/** Files that somebody brings in: nobody else sees them. */
	'(editor)/(import)': { ...FORM, cache: 'never', whileImporting: 'route' },
	/** The body is the file. */
	'(editor)/(import)/(upload)': { ...FORM, cache: 'never', body: 'importSizeLimit', whileImporting: 'route' },
	/** One person's own account. */
	'(account)': { ...FORM, cache: 'never', whileImporting: 'wait' },
	/** Everybody's accounts: closing one also ends what its owner is importing, so the route waits after that. */
	'(account)/(administration)': { ...FORM, cache: 'never', whileImporting: 'route' },
	/** Where people sign in; open while reading is closed. */
	'(account)/(entrance)': { ...FORM, read: 'anyone', write: 'anyone', cache: 'never', whileImporting: 'wait' }
} as const satisfies Record<string, Policy>;
export type Group = keyof typeof POLICIES;

/** The group of a route: the folders in parentheses with which its id begins; undefined where that is none of the list. */
export function groupOf(routeId: string): Group | undefined {
	const folders = routeId.split('/').slice(1);
	const end = folders.findIndex((folder) => !/^\(.+\)$/.test(folder));
	const group = folders.slice(0, end < 0 ? folders.length : end).join('/');
	return Object.hasOwn(POLICIES, group) ? (group as Group) : undefined;
}

/**
 * The policy of a request. Where no route answers an address that ends like data, its 404 is data: it is for a program.
 *
 * @throws where a route is in no group
 */
export function policyOf(routeId: string | null, pathname: string): Policy {
	if (routeId === null) return POLICIES[endsLikeData(pathname) ? '(data)' : '(public)'];
	const group = groupOf(routeId);
	if (!group) throw new Error(`The route ${routeId} is in none of the groups ${Object.keys(POLICIES).join(', ')}.`);
	return POLICIES[group];
}
