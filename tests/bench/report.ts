import type { measureRedraw } from './redraw.ts';

/** What was measured at one size: milliseconds, bytes, dollars. */
export interface Measured {
	deals: number;
	/** The whole dashboard: three curves over 120 months, reconciliation, index. */
	answer: { wall: number; cpu: number };
	/** From records to what can be asked: once per revision. */
	compile: { wall: number; cpu: number };
	/** JSON.parse of as many deals: the reference that the machine itself is measured by. */
	parse: { wall: number; cpu: number };
	/** The same dashboard by the naive implementation; at the smallest size only. */
	naive: { wall: number; cpu: number } | null;
	recordBytes: number;
	bookBytes: number;
	peakBytes: number;
	/** All headlines of the ledger together. */
	headline: number;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const short = (value: number): string => (value < 100 ? value.toPrecision(2) : whole(value));

function exponent(from: Measured, to: Measured): number {
	return Math.log(to.answer.cpu / from.answer.cpu) / Math.log(to.deals / from.deals);
}

function markdown(heads: string[], cells: string[][]): string[] {
	const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]!.length)));
	const line = (row: string[]) => `| ${row.map((cell, i) => cell.padStart(widths[i]!)).join(' | ')} |`;
	return [line(heads), `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`, ...cells.map(line)];
}

function table(rows: Measured[]): string[] {
	const heads = [
		'deals',
		'answer, ms',
		'of it CPU',
		'compile, ms',
		'answer ÷ parse',
		'growth',
		'bytes a deal',
		'peak, MB'
	];
	const cells = rows.map((row, i) => {
		const before = rows[i - 1];
		return [
			whole(row.deals),
			short(row.answer.wall),
			short(row.answer.cpu),
			short(row.compile.wall),
			short(row.answer.cpu / row.parse.cpu),
			before ? exponent(before, row).toFixed(2) : '–',
			`${whole(row.recordBytes)} + ${whole(row.bookBytes)}`,
			whole(row.peakBytes / 1e6)
		];
	});
	return markdown(heads, cells);
}

function verdicts(rows: Measured[]): string[] {
	const at = (deals: number) => rows.find((row) => row.deals === deals);
	const [small, large] = [at(200), at(100_000)];
	const [from, to] = [at(1_000), at(1_000_000)];
	const lines: string[] = [];
	const say = (what: string, got: string, met: boolean) => lines.push(`- ${what}: ${got}, ${met ? 'met' : 'MISSED'}`);
	if (small) say('200 deals in under 5 ms', `${short(small.answer.wall)} ms`, small.answer.wall < 5);
	if (large) say('100,000 deals in under 1 s', `${short(large.answer.wall)} ms`, large.answer.wall < 1_000);
	if (from && to) {
		// n log n over three powers of ten, as an exponent.
		const bound = 1 + Math.log(6 / 3) / Math.log(1_000);
		const grown = exponent(from, to);
		say(
			`growth from 1,000 to 1,000,000 deals (n log n is ${bound.toFixed(2)})`,
			`n^${grown.toFixed(2)}`,
			grown <= bound
		);
	}
	for (const { deals, headline } of rows)
		if (headline > 9e15) say(`all headlines of ${whole(deals)} deals within 9e15`, whole(headline), false);
	const naive = small?.naive;
	if (small && naive)
		lines.push(
			`- the rules carried out naively take ${whole(naive.cpu / small.answer.cpu)} times as long at 200 deals`
		);
	return lines;
}

/** The table of all sizes, growing, in Markdown, and whether the targets are met. */
export function report(rows: Measured[]): string {
	return [...table(rows), '', ...verdicts(rows), ''].join('\n');
}

/** What a change of a control costs, and whether it fits into a frame. */
export function reportRedraw({ rows, parse }: Awaited<ReturnType<typeof measureRedraw>>): string {
	const cells = rows.map(({ what, times, script, task }) => [
		what,
		String(times),
		short(script),
		short(task),
		short(script / parse)
	]);
	const change = rows.find(({ what }) => what === 'a change')!.script;
	return [
		...markdown(['overview', 'times', 'script, ms', 'all work, ms', 'script ÷ parse'], cells),
		'',
		`- a change in under 16 ms of script: ${short(change)} ms, ${change < 16 ? 'met' : 'MISSED'}`,
		''
	].join('\n');
}
