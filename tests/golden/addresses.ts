import { isListFormat, LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import { IMPORTS } from '$lib/records';
import { addressOf, LISTS } from '../contracts/lists';
import { PAGES } from '../browser/pages';

/** What the golden set asks: every list and every kind of record in all its formats, and every page. */

/** Questions put to every list besides its own: another day and a wrong name, whose answer is a sentence. */
const QUESTIONS = ['', 'as_of=2025-12-31&firmness=definitive', 'colour=red&estimate=most'];

/** Records of every kind; the deals differ in their events, ratings, place in a larger deal and end. */
const RECORDS = [
	'/deals/openai-aws-2025',
	'/deals/stargate-argentina-2025',
	'/deals/nvidia-openai-loi-2025',
	'/projections/thompson-us-2026-2027',
	'/indicators/circularity',
	'/indicators/commitment-cover',
	'/organisations/openai',
	'/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31',
	'/guidance/amazon--cash_capex_net_of_proceeds--2025-07-31--2025-01-01--2025-12-31',
	'/fundamentals/amazon--backlog--2021-12-31',
	'/deals/no-such-deal'
];
const RECORD_QUESTIONS = [...QUESTIONS, 'revision=1'];

/** Tables below a record, and those of the history. */
const TABLES = [
	'/deals/openai-aws-2025/schedule',
	'/deals/nvidia-openai-loi-2025/schedule',
	'/indicators/firmness-gap/rows',
	'/history',
	'/history/1',
	'/history/2',
	'/history/3'
];

const SINGLE = [
	'/snapshot.json',
	'/snapshot.json?revision=2',
	'/import/sample.csv',
	'/no-such-table.csv',
	'/deals.tsv',
	'/spend.xlsx'
];

const PAGE_QUESTIONS = [
	'',
	'as_of=2025-12-31&firmness=definitive',
	'scope=global&layers=demand,funding&estimate=high&colour=red'
];

function each(paths: string[], formats: readonly Format[], queries: string[]): string[] {
	return paths.flatMap((path) => formats.flatMap((format) => queries.map((query) => addressOf(path, format, query))));
}

/** The addresses of published data. */
export function dataAddresses(): string[] {
	const lists = LISTS.flatMap(({ path, formats, queries }) => each([path], formats, [...QUESTIONS, ...queries]));
	const histories = RECORDS.map((path) => `${path}/history`);
	const all = [
		...lists,
		...each(RECORDS, LIST_FORMATS, RECORD_QUESTIONS),
		...each([...TABLES, ...histories], LIST_FORMATS, QUESTIONS),
		...IMPORTS.map((name) => `/records/${name}.csv?as_of=2025-12-31`),
		...each(
			['/deals/openai-aws-2025'],
			TABLE_FORMATS.filter((each) => !isListFormat(each)),
			['']
		),
		...SINGLE
	];
	return [...new Set(all)];
}

/** The addresses of pages, whose visible text is compared. */
export function pageAddresses(): string[] {
	const paths = [...PAGES.map(({ path }) => path), '/history/2', '/login', '/deals/no-such-deal'];
	const asked = paths.flatMap((path) =>
		PAGE_QUESTIONS.map((query) => (query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path))
	);
	return [...new Set(asked)];
}
