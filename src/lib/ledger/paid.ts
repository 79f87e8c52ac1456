import type { Book } from './book';
import type { Sweep } from './sweep';
import type { Timing } from './timing';

/** What a cancelled deal is due: from each of some rising days on, dollars that never fall. */
export interface PaidSteps {
	dayNos: number[];
	/** Less what is due in the deals inside it. */
	dollars: number[];
}

/** What cancelled deals leave of a question's dollars. */
export interface Cancelled {
	/** By the place of the entry; only those that had paid anything. */
	steps: Map<number, PaidSteps>;
	/** What they take from the contribution of each entry before that is spread, dollars; null where they take nothing. */
	taken: Float64Array | null;
}

/** What a cancelled deal is due by the end of a day, dollars. */
export function paidBy({ dayNos, dollars }: PaidSteps, dayNo: number): number {
	let at = dayNos.length - 1;
	while (at >= 0 && dayNos[at]! > dayNo) at--;
	return at < 0 ? 0 : dollars[at]!;
}

/** What was reported as paid on a deal in the question's scope, as known where a sweep stands; null where nothing was. */
function reportedSteps(book: Book, sweep: Sweep, index: number): PaidSteps | null {
	const entry = book.entries[index]!;
	const known = sweep.state(entry)!.dayNo;
	const steps: PaidSteps = { dayNos: [], dollars: [] };
	let before: number | undefined;
	for (const { dayNo, paid } of entry.states) {
		if (dayNo > known) break;
		if (paid === undefined || paid === before) continue;
		steps.dayNos.push(dayNo);
		steps.dollars.push(sweep.inScope(index, paid));
		before = paid;
	}
	return before === undefined ? null : steps;
}

function depthOf(book: Book, index: number): number {
	let depth = 0;
	for (let at = book.columns.parent[index]!; at >= 0; at = book.columns.parent[at]!) depth++;
	return depth;
}

/** What cancelled deals are due and take from their containers, the innermost first: those around them build on it. */
class Settling {
	readonly steps: Cancelled['steps'] = new Map();
	taken: Float64Array | null = null;
	readonly #book: Book;
	readonly #sweep: Sweep;
	readonly #timing: Timing;

	constructor(book: Book, sweep: Sweep, timing: Timing) {
		this.#book = book;
		this.#sweep = sweep;
		this.#timing = timing;
	}

	settle(index: number, steps: PaidSteps): void {
		const { paidOn } = this.#sweep.state(this.#book.entries[index]!)!;
		const inside = this.#dueInside(index, paidOn!);
		const dollars = steps.dollars.map((paid) => Math.max(0, paid - inside));
		this.steps.set(index, { dayNos: steps.dayNos, dollars });
		this.#takeFromContainers(index, dollars.at(-1)!);
	}

	/** Due by the end of a day in all deals inside one, dollars. */
	#dueInside(index: number, dayNo: number): number {
		const { firstPart, nextPart, parent } = this.#book.columns;
		let sum = 0;
		let at = firstPart[index]!;
		while (at >= 0) {
			sum += this.#due(at, dayNo);
			let next = firstPart[at]!;
			while (next < 0 && at !== index) {
				next = nextPart[at]!;
				if (next < 0) at = parent[at]!;
			}
			at = at === index ? -1 : next;
		}
		return sum;
	}

	#due(index: number, dayNo: number): number {
		const steps = this.steps.get(index);
		if (steps) return paidBy(steps, dayNo);
		const dollars = this.#sweep.added(index) - (this.taken?.[index] ?? 0);
		if (dollars === 0) return 0;
		const place = this.#timing.place(index);
		return dollars * this.#timing.elapsed(place, this.#timing.weight(place), dayNo);
	}

	#takeFromContainers(index: number, dollars: number): void {
		const { parent } = this.#book.columns;
		let rest = dollars;
		for (let above = parent[index]!; rest > 0 && above >= 0; above = parent[above]!) {
			const left = this.#sweep.added(above) - (this.taken?.[above] ?? 0);
			const part = Math.min(rest, left);
			if (part === 0) continue;
			this.taken ??= new Float64Array(this.#book.entries.length);
			this.taken[above]! += part;
			rest -= part;
		}
	}
}

/**
 * What cancelled deals are due as known where a sweep stands, and what they take from the containers that are kept (MODEL
 * section 4): what was paid of a deal that was kept on the day before its cancellation, less what is due in the deals inside it.
 */
export function settleCancelled(book: Book, sweep: Sweep, timing: Timing): Cancelled {
	const settling = new Settling(book, sweep, timing);
	const reported = sweep.cancelled.flatMap((index) => {
		const steps = reportedSteps(book, sweep, index);
		return steps ? [{ index, steps, depth: depthOf(book, index) }] : [];
	});
	reported.sort((a, b) => b.depth - a.depth || a.index - b.index);
	for (const { index, steps } of reported) settling.settle(index, steps);
	return { steps: settling.steps, taken: settling.taken };
}
