import { PAGES, TABLE_ADDRESSES } from '$lib/features';
import type { Page, TableAddress } from '$lib/features/define';

const pages: readonly Page[] = Object.values(PAGES);
const tables: readonly [string, TableAddress][] = Object.entries(TABLE_ADDRESSES);

/** The main pages in words, for whoever has come to where there is nothing to read. */
const PAGE_LINKS = pages.flatMap(({ path, suggestion }) => (path && suggestion ? [{ href: path, ...suggestion }] : []));

const FILE_LINKS = tables.flatMap(([path, { suggestion }]) =>
	suggestion ? [{ href: `${path}.csv`, title: suggestion, says: ', CSV' }] : []
);

/** Where nothing was found. */
export const BEGIN = [{ title: 'Or begin here', links: PAGE_LINKS }];

/** Where something failed. */
export const STANDS = [
	{ title: 'Other pages may well work', links: PAGE_LINKS },
	{ title: 'So may the data; nothing is lost', links: FILE_LINKS }
];
