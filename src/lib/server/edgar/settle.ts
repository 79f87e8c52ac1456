import { areAlike, dropRepeats, type Vintage } from './vintages';

/** How a figure of three months that a filing states itself came about. */
export const REPORTED = 'as reported (three-month fact)';

/** Whole dollars with commas. */
export function dollars(amount: number): string {
	return amount.toLocaleString('en-US');
}

function same(one: Vintage, other: Vintage): boolean {
	return areAlike(
		one.amount,
		other.amount,
		[...one.facts, ...other.facts].map(({ val }) => val)
	);
}

/**
 * One list of a quarter's figures out of what filings report for it and what follows from year-to-date figures. Where both
 * are of one day the reported one holds, unless they differ by more than rounding: then neither does.
 *
 * @param negative a figure below 0 is taken
 * @param refuse is told why a figure was left out
 */
export function chooseVintages(
	{ direct, derived }: { direct: Vintage[]; derived: Vintage[] },
	negative: boolean,
	refuse: (why: string) => void = () => undefined
): Vintage[] {
	const stated = new Map(direct.map((vintage) => [vintage.known, vintage]));
	const reckoned = new Map(derived.map((vintage) => [vintage.known, vintage]));
	const settled: Vintage[] = [];
	for (const day of [...new Set([...stated.keys(), ...reckoned.keys()])].sort()) {
		const [report, sum] = [stated.get(day), reckoned.get(day)];
		const vintage = report ?? sum;
		if (!vintage) continue;
		if (report && sum && !same(report, sum)) {
			const both = `${dollars(report.amount)} reported, ${dollars(sum.amount)} as ${sum.derivation}`;
			refuse(`Two figures of ${day} disagree: ${both}.`);
			continue;
		}
		if (vintage.amount < 0 && !negative) {
			refuse(`It comes to ${dollars(vintage.amount)} (${vintage.derivation}, ${day}), and cannot be negative.`);
			continue;
		}
		const last = settled.at(-1);
		// What differs from the reported figure by its rounding only is no restatement.
		if (!report && last?.derivation === REPORTED && same(last, vintage)) continue;
		settled.push(vintage);
	}
	return dropRepeats(settled);
}
