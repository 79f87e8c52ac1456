import { compile } from '$lib/ledger/book';
import { dayNumber } from '$lib/records/day';
import { generate } from '$lib/ledger/generate';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { Records } from '$lib/records';
import { Naive } from '../support/naive';
import { AS_OF, dashboard, MONTHS } from './dashboard';
import type { Measured } from './report';

/**
 * One size in a process of its own, so that no other size's memory or warmth plays a part. Called with the number of deals;
 * prints what it measured as JSON. Times are the best of several runs, since whatever else the machine does only adds to them.
 */

const SEED = 1;
/** At this size the naive implementation still ends soon. */
const NAIVE = 200;

interface Time {
	wall: number;
	cpu: number;
}

/** Milliseconds of the best run, warm-up left out, on the wall and on the processors. */
function best(runs: number, work: () => unknown): Time {
	const time = { wall: Infinity, cpu: Infinity };
	// What was left behind by other work is not this work's to clear away.
	collect();
	for (let i = 0; i < runs; i++) {
		const wall = performance.now();
		const cpu = process.cpuUsage();
		work();
		const used = process.cpuUsage(cpu);
		time.wall = Math.min(time.wall, performance.now() - wall);
		time.cpu = Math.min(time.cpu, (used.user + used.system) / 1000);
	}
	return time;
}

function collect(): void {
	if (!globalThis.gc) throw new Error('Run with --expose-gc.');
	globalThis.gc();
}

/** Bytes in use once the garbage is gone. */
function inUse(): number {
	collect();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** Every curve, row and reading from the rules as they are written, for the same months. */
function naiveDashboard(records: Records): void {
	const naive = new Naive(records, DEFAULT_QUESTION, AS_OF);
	naive.reconciliation();
	for (const month of MONTHS) {
		naive.due(dayNumber(month));
		if (month > AS_OF) continue;
		naive.at(dayNumber(month));
		naive.index(dayNumber(month), 'value');
	}
}

const deals = Number(process.argv[2]);
const runs = deals <= 1_000 ? 200 : deals <= 10_000 ? 30 : deals <= 100_000 ? 7 : 3;

const start = inUse();
const made = generate(deals, SEED);
// Sorted, as the store hands them out.
const sorted = [...made.deals].sort((a, b) => (a.slug < b.slug ? -1 : 1));
// Through text and back: records as they are read share no strings with each other.
const records: Records = {
	organisations: made.organisations,
	deals: sorted.map((deal) => JSON.parse(JSON.stringify(deal))),
	projections: [],
	indicators: [],
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: [],
	terms: []
};
sorted.length = 0;
const withRecords = inUse();
const book = compile(records);
const withBook = inUse();

const compiled = best(Math.min(runs, 5), () => compile(records));
const answered = best(runs, () => dashboard(book));

const sample = records.deals.slice(0, 1_000).map((deal) => JSON.stringify(deal));
const parsed = best(50, () => sample.map((text) => JSON.parse(text)));
const perSize = deals / sample.length;

const { curves } = dashboard(book);
const measured: Measured = {
	deals,
	answer: answered,
	compile: compiled,
	parse: { wall: parsed.wall * perSize, cpu: parsed.cpu * perSize },
	naive: deals === NAIVE ? best(1, () => naiveDashboard(records)) : null,
	recordBytes: (withRecords - start) / deals,
	bookBytes: (withBook - withRecords) / deals,
	peakBytes: process.resourceUsage().maxRSS * 1024,
	headline: Math.max(...curves.headline.map((amount) => amount ?? 0))
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
