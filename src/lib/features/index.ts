import { LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import { RECORD_KINDS } from '$lib/records';
import * as capex from './capex/page';
import * as changes from './changes/page';
import * as coverage from './coverage/page';
import * as data from './data/page';
import * as deals from './deals/page';
import * as docs from './docs/page';
import { MENU, type Page, type TableAddress } from './define';
import * as evidence from './evidence/page';
import * as filings from './filings/page';
import * as flows from './flows/page';
import * as history from './history/page';
import * as method from './method/page';
import * as organisations from './organisations/page';
import * as overview from './overview/page';
import * as projections from './projections/page';
import * as readings from './readings/page';
import * as reconciliation from './reconciliation/page';
import * as scenarios from './scenarios/page';
import * as search from './search/page';
import * as terms from './terms/page';
import * as wtf from './wtf/page';

/** Every page that anybody may read, in the order of the menu. A new one stands in the `page.ts` of its feature, and here. */
export const PAGES = {
	...overview.pages,
	...deals.pages,
	...flows.pages,
	...organisations.pages,
	...capex.pages,
	...reconciliation.pages,
	...evidence.pages,
	...filings.pages,
	...projections.pages,
	...scenarios.pages,
	...wtf.pages,
	...readings.pages,
	...changes.pages,
	...coverage.pages,
	...terms.pages,
	...history.pages,
	...method.pages,
	...data.pages,
	...docs.pages,
	...search.pages
} as const satisfies Record<string, Page>;

/** Where every table is published, in the order in which the page of the data lists them. */
export const TABLE_ADDRESSES = {
	...deals.tables,
	...overview.tables,
	...reconciliation.tables,
	...evidence.tables,
	...filings.tables,
	...projections.tables,
	...wtf.tables,
	...readings.tables,
	...capex.tables,
	...flows.tables,
	...organisations.tables,
	...scenarios.tables,
	...changes.tables,
	...history.tables,
	...coverage.tables,
	...terms.tables
} as const satisfies Record<string, TableAddress>;
export type TablePath = keyof typeof TABLE_ADDRESSES;

type PagesByName = typeof PAGES;
/** The name of a page that is asked of the ledger. */
export type PageName = {
	[N in keyof PagesByName]: PagesByName[N] extends { answer: unknown } ? N : never;
}[keyof PagesByName];
export type AnswerOf<N extends PageName> = NonNullable<
	Awaited<ReturnType<Awaited<ReturnType<PagesByName[N]['answer']>>>>
>;

const pages: readonly Page[] = Object.values(PAGES);
const addresses: readonly [string, TableAddress][] = Object.entries(TABLE_ADDRESSES);

/** The names of all pages that are asked of the ledger. */
export const PAGE_NAMES = Object.keys(PAGES).filter(isPageName);

/** Whether a text names a page that is asked of the ledger. */
export function isPageName(name: string): name is PageName {
	return Object.hasOwn(PAGES, name) && 'answer' in PAGES[name as keyof PagesByName];
}

/** Whether a table is published at a path, without the ending. */
export function isTablePath(path: string): path is TablePath {
	return Object.hasOwn(TABLE_ADDRESSES, path);
}

/** What has data below it: every kind of record, and tables with others below them. */
export const FOLDERS: ReadonlySet<string> = new Set([
	...RECORD_KINDS,
	...addresses.flatMap(([path]) => path.split('/').slice(1, -1)),
	'history'
]);

/** The formats in which the table at a path is published. */
export function formatsAt(path: TablePath): readonly Format[] {
	const { large }: TableAddress = TABLE_ADDRESSES[path];
	return large ? TABLE_FORMATS : LIST_FORMATS;
}

/** The menu: pages under their headings. */
export const MENU_GROUPS = MENU.map((title) => ({
	title,
	links: pages.flatMap(({ path, menu }) =>
		path !== null && menu?.group === title ? [{ href: path, text: menu.text, first: menu.first ?? false }] : []
	)
}));

/** The tables that the foot of every page lists, as CSV. */
export const TABLE_LINKS = addresses.flatMap(([path, { menu }]) =>
	menu === undefined ? [] : [{ href: `${path}.csv`, text: `${menu}, CSV` }]
);
