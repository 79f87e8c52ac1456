import { PAGES as DECLARED } from '$lib/features';

type Declared = typeof DECLARED;
type Name = keyof Declared;
/** The pages whose address has parameters. */
type OneOfMany = { [N in Name]: Declared[N]['path'] extends `${string}[${string}` ? N : never }[Name];

/** A page that people open: each that is declared, and every test of this folder holds it. */
interface PageCase {
	path: string;
	/** How many charts it draws at least. */
	charts: number;
	/** Whether its first control bar asks another question of it. */
	asks: boolean;
	/** Words and no figures of the ledger. */
	prose: boolean;
}

/** Which of many is opened: a page whose address has parameters does not compile without one. */
const EXAMPLES: Record<OneOfMany, string[]> = {
	deal: ['/deals/openai-aws-2025'],
	organisation: ['/organisations/openai'],
	projection: ['/projections/thompson-us-2026-2027'],
	indicator: ['/indicators/circularity'],
	covered: ['/coverage/deals'],
	term: ['/terms/demand'],
	reportedRows: ['/guidance', '/fundamentals'],
	reportedRow: ['/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31'],
	revision: ['/history/1'],
	recordHistory: ['/deals/openai-aws-2025/history'],
	document: ['/docs/model', '/docs/how-to/add-a-reading']
};

/** The question of a page that says nothing without one. */
const QUESTIONS: Partial<Record<Name, string>> = { search: '?q=stargate' };

/** How many charts pages draw, by their address; a spec finds a page that draws some and stands not here. */
const CHARTS: Record<string, number> = {
	'/': 1,
	'/spend': 1,
	'/deals': 1,
	'/deals/openai-aws-2025': 1,
	'/projections': 1,
	'/projections/thompson-us-2026-2027': 1,
	'/wtf': 1,
	'/indicators/circularity': 1,
	'/capex': 11,
	'/organisations/openai': 1,
	'/filings': 2,
	'/scenarios': 1
};

/** The pages with a control bar for the firmness; a spec finds one that stands not here. */
const ASKING = [
	'/',
	'/spend',
	'/reconciliation',
	'/evidence',
	'/filings',
	'/projections',
	'/projections/thompson-us-2026-2027',
	'/wtf',
	'/flows',
	'/flows/loops',
	'/organisations',
	'/organisations/openai',
	'/scenarios',
	'/changes'
];

const PROSE = ['/docs', '/docs/how-to/add-a-reading', '/terms/demand'];

const isOneOfMany = (name: Name): name is OneOfMany => Object.hasOwn(EXAMPLES, name);

/** The addresses of a page; of what only stands on another page there are none. */
function addressesOf(name: Name): string[] {
	if (isOneOfMany(name)) return EXAMPLES[name];
	const { path } = DECLARED[name];
	return path === null ? [] : [path + (QUESTIONS[name] ?? '')];
}

export const PAGES: readonly PageCase[] = (Object.keys(DECLARED) as Name[]).flatMap(addressesOf).map((path) => ({
	path,
	charts: CHARTS[path] ?? 0,
	asks: ASKING.includes(path),
	prose: PROSE.includes(path)
}));
