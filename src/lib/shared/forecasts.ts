import type { Book } from '$lib/ledger/book';
import { compareCapex, type CapexComparison } from '$lib/ledger/capex';
import { comparables, isKnown, windowOf } from '$lib/ledger/window';
import { shapedPathAt, yearShape, type YearShape } from '$lib/ledger/year-shape';
import { yearOf, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import type { Path } from '$lib/records/vocabularies';

/** A projection that is set against what its companies reported, by both of its paths. Whole dollars. */
export interface Forecast extends CapexComparison {
	slug: string;
	title: string;
	/** Whose it is, in a word or two. */
	by: string;
	institution: string;
	published: string;
	window_start: string;
	window_end: string;
	reason: string | null;
	/** The companies that it is about made it themselves: guidance. */
	own: boolean;
	/** Its companies without a report of the days that its window begins with; none where it has not opened. */
	missing: string[];
	/** Its path in the shape of last year, at `reported_to`; null where its companies have not reported all of that year. */
	shaped_path_usd: number | null;
	/** `reported_usd` over it. */
	shaped_pace: number | null;
}

/** What a forecast asks for at `reported_to` by one of its paths, and what was reported over that; null where there is none. */
export function paceBy(forecast: Forecast, path: Path): { path_usd: number | null; pace: number | null } {
	const { path_usd, pace, shaped_path_usd, shaped_pace } = forecast;
	return path === 'straight' ? { path_usd, pace } : { path_usd: shaped_path_usd, pace: shaped_pace };
}

/** Names longer than this do not fit beside a mark. */
const LONG = 20;

/** Whose a projection is: what its short title begins with, else the institution, or the author up to a comma where that is shorter. */
export function byOf({ author, institution, short }: Pick<Projection, 'author' | 'institution' | 'short'>): string {
	const colon = short?.indexOf(': ') ?? -1;
	if (short && colon > 0) return short.slice(0, colon);
	const first = author.split(',')[0]!;
	return institution.length > LONG && first.length < institution.length ? first : institution;
}

/** True where the institution of a projection is its companies, by the names that they go by. */
function isOwn(book: Book, { institution, companies = [] }: Projection): boolean {
	const names = new Set(
		companies.flatMap((slug) => {
			const company = book.organisations.get(slug);
			return company ? [company.name, ...(company.aliases ?? [])] : [slug];
		})
	);
	return institution.split(/, | and | & /).every((name) => names.has(name));
}

/** The shapes of past years by companies and year, each worked out once. */
class Shapes {
	readonly #known = new Map<string, YearShape | null>();

	constructor(
		private readonly book: Book,
		private readonly asOf: Day
	) {}

	/** The shape of the year before the one of a day. */
	before(day: Day, companies: readonly string[]): YearShape | null {
		const year = yearOf(day) - 1;
		const key = [year, ...companies].join(' ');
		let shape = this.#known.get(key);
		if (shape === undefined) {
			shape = yearShape(this.book.records, companies, year, this.asOf);
			this.#known.set(key, shape);
		}
		return shape;
	}
}

function forecastOf(book: Book, projection: Projection, asOf: Day, shapes: Shapes): Forecast {
	const { slug, title, institution, published, reason } = projection;
	const compared = compareCapex(book.records, projection, asOf);
	const { start, end } = windowOf(projection);
	const { reported_to, reported_usd } = compared;
	const companies = compared.companies.map(({ company }) => company);
	const shape = reported_to && shapes.before(reported_to, companies);
	const shaped = reported_to && shape ? shapedPathAt(projection, reported_to, shape) : null;
	const late = compared.companies.filter((each) => each.reported_to === null).map(({ company }) => company);
	return {
		slug,
		title,
		by: byOf(projection),
		institution,
		published,
		window_start: start,
		window_end: end,
		reason: reason ?? null,
		own: isOwn(book, projection),
		missing: start > asOf ? [] : late,
		...compared,
		reported_usd: Math.round(reported_usd),
		path_usd: Math.round(compared.path_usd),
		companies: compared.companies.map((one) => ({ ...one, reported_usd: Math.round(one.reported_usd) })),
		shaped_path_usd: shaped === null ? null : Math.round(shaped),
		shaped_pace: shaped !== null && shaped > 0 ? reported_usd / shaped : null
	};
}

/**
 * The projections comparable with capital spending whose companies are named, as known at a day, set against what those reported:
 * the latest window first. Every page and table that shows what came of them takes this.
 */
export function forecasts(book: Book, asOf: Day): Forecast[] {
	const shapes = new Shapes(book, asOf);
	return book.records.projections
		.filter((each) => isKnown(each, asOf) && comparables(each).includes('capex') && (each.companies ?? []).length > 0)
		.map((each) => forecastOf(book, each, asOf, shapes))
		.sort(
			(a, b) =>
				(a.window_end < b.window_end ? 1 : -1) * Number(a.window_end !== b.window_end) ||
				(a.published < b.published ? 1 : -1) * Number(a.published !== b.published) ||
				(a.slug < b.slug ? -1 : 1)
		);
}
