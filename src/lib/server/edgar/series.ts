import { addDays, type Day } from '$lib/records/day';
import { daysOf, isAnnualReport, labelOf, quartersIn, type FiscalCalendar, type FiscalQuarter } from './calendar';
import type { Fact, Refusal } from './facts';
import { dollars, REPORTED, chooseVintages } from './settle';
import { areAlike, currentAt, difference, dropRepeats, vintagesOf, sum, type Vintage } from './vintages';

export interface Period {
	start: Day;
	end: Day;
	vintages: Vintage[];
}

export interface Quarter extends Period {
	fiscal: FiscalQuarter;
}

/** The quarters and fiscal years of one tag, each with its vintages in the order known. */
export interface Series {
	quarters: Quarter[];
	years: Period[];
	refused: Refusal[];
}

const STEPS = {
	2: '6-month year-to-date minus 3-month year-to-date',
	3: '9-month year-to-date minus 6-month year-to-date',
	4: 'annual minus nine-month year-to-date'
} as const;

function byPeriod(facts: Fact[]): Map<string, Fact[]> {
	const periods = new Map<string, Fact[]>();
	for (const fact of facts) {
		if (fact.start === null) continue;
		const key = `${fact.start} ${fact.end}`;
		const list = periods.get(key);
		if (list) list.push(fact);
		else periods.set(key, [fact]);
	}
	return periods;
}

function* periodsOf(facts: Fact[]): Generator<{ start: Day; end: Day; list: Fact[] }> {
	for (const [key, list] of byPeriod(facts)) {
		const [start = '', end = ''] = key.split(' ');
		yield { start, end, list };
	}
}

/** Year-to-date figures of one fiscal year by the number of quarters they hold. */
type Chain = Map<number, Period>;

/** Works on one tag; what it cannot use it tells `refused`. */
class Reader {
	readonly refused: Refusal[] = [];
	private readonly chains = new Map<Day, Chain>();
	private readonly found = new Map<string, { start: Day; end: Day; direct: Vintage[]; derived: Vintage[] }>();

	constructor(
		private readonly tag: string,
		private readonly calendar: FiscalCalendar,
		private readonly negative: boolean
	) {}

	private refuse(what: string, why: string): void {
		this.refused.push({ what: `${this.tag}, ${what}`, why });
	}

	private slot(start: Day, end: Day) {
		const key = `${start} ${end}`;
		const slot = this.found.get(key) ?? { start, end, direct: [], derived: [] };
		this.found.set(key, slot);
		return slot;
	}

	/** Sorts the facts: three months each by itself, and what runs from the first day of a fiscal year into its chain. */
	take(facts: Fact[]): void {
		for (const { start, end, list } of periodsOf(facts)) {
			const count = quartersIn(daysOf(start, end));
			if (count === null) continue;
			if (count === 1) this.quarter(start, end, list);
			// A rolling twelve months has the length of a year and is none: it starts elsewhere, or no annual report states it.
			if (!this.calendar.startsYear(start)) continue;
			const own = count === 4 ? list.filter(({ form }) => !form.startsWith('10-Q')) : list;
			if (count === 4 && !own.some(({ form }) => isAnnualReport(form))) continue;
			this.link(start, end, count, vintagesOf(own, count === 4 ? 'annual' : `${count * 3}-month year-to-date`));
		}
	}

	private quarter(start: Day, end: Day, facts: Fact[]): void {
		if (this.calendar.quarterEnding(end)) this.slot(start, end).direct = vintagesOf(facts, REPORTED);
		else this.refuse(`${start} to ${end}`, 'No fiscal quarter of the company ends there.');
	}

	private link(start: Day, end: Day, count: number, vintages: Vintage[]): void {
		const chain = this.chains.get(start) ?? new Map<number, Period>();
		this.chains.set(start, chain);
		const other = chain.get(count);
		if (!other) {
			chain.set(count, { start, end, vintages });
			return;
		}
		const [kept, left] =
			other.vintages.length >= vintages.length ? [other, { end }] : [{ start, end, vintages }, other];
		chain.set(count, kept);
		this.refuse(`${start} to ${left.end}`, `It overlaps ${start} to ${kept.end}, which more filings state.`);
	}

	derive(): void {
		for (const chain of this.chains.values()) {
			for (const count of [2, 3, 4] as const) {
				const [longer, shorter] = [chain.get(count), chain.get(count - 1)];
				if (longer && shorter) this.subtract(longer, shorter, STEPS[count]);
			}
			this.firstQuarter(chain);
			this.fourthQuarter(chain);
		}
	}

	private subtract(longer: Period, shorter: Period, derivation: string): void {
		const start = addDays(shorter.end, 1);
		if (quartersIn(daysOf(start, longer.end)) !== 1) {
			this.refuse(`${start} to ${longer.end}`, 'The year-to-date figures leave no quarter between them.');
			return;
		}
		const refuse = (why: string) => this.refuse(`${start} to ${longer.end}`, why);
		this.slot(start, longer.end).derived.push(...difference(longer.vintages, shorter.vintages, derivation, refuse));
	}

	/** Where no filing states the first three months: six months less the second quarter. */
	private firstQuarter(chain: Chain): void {
		const half = chain.get(2);
		if (!half || chain.has(1)) return;
		for (const second of [...this.found.values()]) {
			if (second.end !== half.end || second.start <= half.start || second.direct.length === 0) continue;
			const end = addDays(second.start, -1);
			if (quartersIn(daysOf(half.start, end)) !== 1) continue;
			const refuse = (why: string) => this.refuse(`${half.start} to ${end}`, why);
			const derivation = '6-month year-to-date minus the second quarter';
			this.slot(half.start, end).derived.push(...difference(half.vintages, second.direct, derivation, refuse));
		}
	}

	/** Where no filing states nine months: the year less its first three quarters, each as reported. */
	private fourthQuarter(chain: Chain): void {
		const year = chain.get(4);
		if (!year || chain.has(3)) return;
		const quarters: Period[] = [];
		let next = year.start;
		for (let count = 0; count < 3; count++) {
			const slot = [...this.found.values()].find(
				({ start, end }) => start === next && quartersIn(daysOf(start, end)) === 1
			);
			if (!slot) return;
			const vintages = chooseVintages(slot, this.negative);
			quarters.push({ start: slot.start, end: slot.end, vintages });
			next = addDays(slot.end, 1);
		}
		const nine = {
			start: year.start,
			end: addDays(next, -1),
			vintages: sum(
				quarters.map(({ vintages }) => vintages),
				''
			)
		};
		if (nine.vintages.length > 0) this.subtract(year, nine, 'annual minus the first three quarters');
	}

	/** The quarters found, one for each quarter of the company's calendar. */
	quarters(): Quarter[] {
		const byLabel = new Map<string, Quarter>();
		for (const slot of this.found.values()) {
			const { start, end } = slot;
			const fiscal = this.calendar.quarterEnding(end);
			if (!fiscal) continue;
			const label = labelOf(fiscal);
			const quarter = {
				start,
				end,
				fiscal,
				vintages: chooseVintages(slot, this.negative, (why) => this.refuse(label, why))
			};
			if (quarter.vintages.length === 0) continue;
			const other = byLabel.get(label);
			const weight = ({ vintages }: Quarter) =>
				vintages.reduce((most, { facts }) => Math.max(most, facts.length), vintages.length);
			const [kept, left] = !other ? [quarter] : weight(other) >= weight(quarter) ? [other, quarter] : [quarter, other];
			byLabel.set(label, kept);
			if (left)
				this.refuse(
					`${left.start} to ${left.end}`,
					`It overlaps ${kept.start} to ${kept.end}, the same quarter ${label}.`
				);
		}
		return [...byLabel.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
	}

	/** The fiscal years with every filing that states them. */
	years(): Period[] {
		const years = [...this.chains.values()].flatMap((chain) => chain.get(4) ?? []);
		return years.sort((a, b) => (a.end < b.end ? -1 : 1));
	}

	/**
	 * Holds the quarters of each fiscal year against the annual figure, on each day on which a filing states it. Figures that stood on a day when the
	 * year did not add up, and on none when it did, are refused.
	 */
	check(quarters: Quarter[], years: Period[]): Quarter[] {
		const bad = new Map<Vintage, string>();
		const good = new Set<Vintage>();
		for (const year of years) {
			const four = quarters.filter(({ start, end }) => start >= year.start && end <= year.end);
			if (four.length !== 4) continue;
			for (const annual of year.vintages) {
				const parts = four.flatMap(({ vintages }) => currentAt(vintages, annual.known) ?? []);
				if (parts.length !== 4) continue;
				const total = parts.reduce((all, { amount }) => all + amount, 0);
				const adds = areAlike(total, annual.amount, [...parts.map(({ amount }) => amount), annual.amount]);
				const why = `The quarters of the year to ${year.end} add up to ${dollars(total)}, its report of ${annual.known} states ${dollars(annual.amount)}.`;
				for (const part of parts) {
					if (adds) good.add(part);
					else if (!bad.has(part)) bad.set(part, why);
				}
			}
		}
		return quarters.flatMap((quarter) => {
			const vintages = quarter.vintages.filter((vintage) => {
				const why = good.has(vintage) ? undefined : bad.get(vintage);
				if (why) this.refuse(`${labelOf(quarter.fiscal)}, ${dollars(vintage.amount)}`, why);
				return !why;
			});
			return vintages.length > 0 ? [{ ...quarter, vintages }] : [];
		});
	}
}

/**
 * Quarters and fiscal years of one tag, from facts of three months and from year-to-date facts with the same first day. Every
 * vintage is kept. Periods are told by their own dates, never by `fy`, `fp` or `frame`. Refused: a quarter below 0 (unless
 * `negative`), figures of one day that disagree, differences across vintages, years that their quarters do not add up to.
 *
 * @param facts in the order known
 */
export function seriesOf(tag: string, facts: Fact[], calendar: FiscalCalendar, negative: boolean): Series {
	const reader = new Reader(tag, calendar, negative);
	reader.take(facts);
	reader.derive();
	const years = reader.years();
	const quarters = reader.check(reader.quarters(), years);
	const figures = years.map((year) => ({ ...year, vintages: dropRepeats(year.vintages) }));
	return { quarters, years: figures, refused: reader.refused };
}
