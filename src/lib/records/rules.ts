import type { RecordKind, Records } from './index';
import { headline } from './value';
import type { RecordFault, SchemaFault } from './faults';
import { recordKey } from './keys';
import { MOST_DOLLARS } from './limits';

/** A fault between records: where it shows. Without a key and an index it concerns the kind as a whole. */
export interface CrossFault extends RecordFault {
	/** Its place among the records of the kind. */
	index?: number;
}

/** Slugs that exist although their records are at fault themselves, so that one fault does not cause others. */
export type Known = Partial<Record<'deals' | 'organisations' | 'projections', Iterable<string>>>;

/** Company of the fundamentals that are of the whole economy and of no organisation. */
export const ECONOMY = 'us-economy';

type Path = SchemaFault['path'];
type Report = (kind: RecordKind, index: number, path: Path, expected: string, got: string) => void;

function checkKeys(records: Records, report: Report): void {
	function each<K extends RecordKind>(kind: K, path: Path, expected: string): void {
		const seen = new Set<string>();
		records[kind].forEach((record: Records[K][number], index) => {
			const key = recordKey(kind, record);
			if (seen.has(key)) report(kind, index, path, expected, `${key} again`);
			seen.add(key);
		});
	}
	for (const kind of ['deals', 'organisations', 'projections', 'indicators', 'coverage', 'terms'] as const) {
		each(kind, ['slug'], 'a slug of its own');
	}
	each('capex', [], 'one row for a company, measure, period and day of filing');
	each('guidance', [], 'one row for a company, measure, day and period');
	each('fundamentals', [], 'one row for a company, metric, period or day, and source');
}

function checkParties(records: Records, known: Set<string>, report: Report): void {
	const expected = 'the slug of an organisation in organisations.yaml';
	const check = (kind: RecordKind, index: number, path: Path, slug: string) => {
		if (!known.has(slug)) report(kind, index, path, expected, slug);
	};
	records.deals.forEach((deal, index) => {
		for (const side of ['payers', 'payees'] as const) {
			deal[side].forEach((slug, place) => check('deals', index, [side, place], slug));
		}
	});
	records.organisations.forEach(({ stakes = [] }, index) => {
		stakes.forEach((stake, place) => check('organisations', index, ['stakes', place, 'in'], stake.in));
	});
	records.projections.forEach(({ companies = [] }, index) => {
		companies.forEach((slug, place) => check('projections', index, ['companies', place], slug));
	});
	records.indicators.forEach(({ companies = [] }, index) => {
		companies.forEach((slug, place) => check('indicators', index, ['companies', place], slug));
	});
	records.coverage.forEach(({ series = [] }, index) => {
		series.forEach(({ company }, place) => check('coverage', index, ['series', place, 'company'], company));
	});
	records.capex.forEach(({ company }, index) => check('capex', index, ['company'], company));
	records.guidance.forEach(({ company }, index) => check('guidance', index, ['company'], company));
	records.fundamentals.forEach(({ company }, index) => {
		if (company !== ECONOMY) check('fundamentals', index, ['company'], company);
	});
}

/** A field that names another record of the same kind: it exists, and following it never comes back. */
function checkChain(
	kind: 'deals' | 'projections',
	field: 'part_of' | 'supersedes',
	links: { slug: string; to: string | undefined }[],
	known: Set<string>,
	report: Report
): void {
	const next = new Map(links.map(({ slug, to }) => [slug, to]));
	const settled = new Set<string>();
	links.forEach(({ slug, to }, index) => {
		if (to === undefined) return;
		const what = kind === 'deals' ? 'deal' : 'projection';
		if (!known.has(to)) report(kind, index, [field], `the slug of a ${what} of this dataset`, to);
		const way: string[] = [];
		const onWay = new Set<string>();
		let at: string | undefined = slug;
		while (at !== undefined && !settled.has(at) && !onWay.has(at)) {
			way.push(at);
			onWay.add(at);
			at = next.get(at);
		}
		if (at !== undefined && onWay.has(at)) {
			const circle = [...way.slice(way.indexOf(at)), at];
			const place = links.findIndex((link) => link.slug === at);
			report(kind, place, [field], `a ${what} that does not lead back to this one`, circle.join(' → '));
		}
		for (const passed of way) settled.add(passed);
	});
}

/** A deal that takes the place of another names one that exists, and not itself. */
function checkReplaced({ deals }: Records, known: Set<string>, report: Report): void {
	deals.forEach(({ slug, replaces }, index) => {
		if (replaces === undefined) return;
		const expected = 'the slug of another deal of this dataset';
		if (replaces === slug) report('deals', index, ['replaces'], expected, 'its own');
		else if (!known.has(replaces)) report('deals', index, ['replaces'], expected, replaces);
	});
}

/** The deals that records name, which have to exist: whoever checks a part of a ledger looks for these in the rest of it. */
export function dealsNamed({ deals, coverage }: Pick<Records, 'deals' | 'coverage'>): string[] {
	const byDeals = deals.flatMap(({ part_of, replaces }) => [part_of, replaces]);
	const byCoverage = coverage.flatMap(({ gaps = [] }) => gaps.flatMap((gap) => gap.deals ?? []));
	return [...byDeals, ...byCoverage].filter((slug) => slug !== undefined);
}

/** The deals that a statement of coverage names exist. */
function checkGaps({ coverage }: Records, known: Set<string>, report: Report): void {
	const expected = 'the slug of a deal of this dataset';
	coverage.forEach(({ gaps = [] }, index) => {
		gaps.forEach(({ deals = [] }, gap) => {
			deals.forEach((slug, place) => {
				if (!known.has(slug)) report('coverage', index, ['gaps', gap, 'deals', place], expected, slug);
			});
		});
	});
}

/** What is wrong with what all headlines come to, whole dollars. */
export function headlinesFaults(total: bigint): CrossFault[] {
	if (total <= BigInt(MOST_DOLLARS)) return [];
	const expected = 'headlines of all deals that add up to at most 9,000,000,000,000,000';
	return [{ kind: 'deals', path: [], expected, got: total.toLocaleString('en-US') }];
}

/**
 * What is wrong between records that are each sound by themselves (MODEL section 2): keys that repeat, names of records that
 * do not exist, circles, two featured projections, headlines that together pass 9e15.
 */
export function crossFaults(records: Records, known: Known = {}): CrossFault[] {
	const faults: CrossFault[] = [];
	const report: Report = (kind, index, path, expected, got) => {
		const record = records[kind][index];
		faults.push({ kind, key: record && recordKey(kind, record), index, path, expected, got });
	};
	const slugs = (kind: 'deals' | 'organisations' | 'projections') =>
		new Set([...records[kind].map(({ slug }) => slug), ...(known[kind] ?? [])]);
	checkKeys(records, report);
	checkParties(records, slugs('organisations'), report);
	const parts = records.deals.map(({ slug, part_of }) => ({ slug, to: part_of }));
	checkChain('deals', 'part_of', parts, slugs('deals'), report);
	checkReplaced(records, slugs('deals'), report);
	checkGaps(records, slugs('deals'), report);
	const versions = records.projections.map(({ slug, supersedes }) => ({ slug, to: supersedes }));
	checkChain('projections', 'supersedes', versions, slugs('projections'), report);
	const featured = records.projections.flatMap((projection, index) => (projection.featured ? [index] : []));
	for (const index of featured.slice(1)) {
		const first = records.projections[featured[0] ?? 0]?.slug;
		report('projections', index, ['featured'], `one featured projection, ${first}`, 'another');
	}
	let total = 0n;
	for (const { events } of records.deals) {
		total += BigInt(events.reduce((most, { value }) => Math.max(most, headline(value)), 0));
	}
	return [...faults, ...headlinesFaults(total)];
}
