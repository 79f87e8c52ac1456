import type { Book } from '$lib/ledger/book';
import type { Question } from '$lib/ledger/question';
import { measureBoth, type Measures } from '$lib/ledger/yardsticks';
import { areOpposed } from '$lib/readings/colour';
import { boundsAt } from '$lib/records/bounds';
import type { Projection } from '$lib/records';
import type { Day } from '$lib/records/day';

/** Both yardsticks of a projection in whole dollars, and whether they tell opposite things. */
export interface Yardsticks extends Measures {
	/** Both have a pace, and by the bounds of the reading `pace` the two disagree: neither is then to be shown as a colour. */
	disputed: boolean;
}

function whole<T extends object>(measure: T | null): T | null {
	if (measure === null) return null;
	const rounded = Object.entries(measure).map(([name, value]) => [
		name,
		name.endsWith('_usd') ? Math.round(Number(value)) : value
	]);
	return { ...measure, ...Object.fromEntries(rounded) };
}

/** Both yardsticks in whole dollars. */
export function wholeMeasures({ deals, books, coverage }: Measures): Measures {
	return { deals: whole(deals), books: whole(books), coverage: whole(coverage) };
}

/** A projection by the deals and by the books as known at a day, under a question whose scope is then the projection's. */
export function yardsticks(book: Book, question: Question, asOf: Day, projection: Projection): Yardsticks {
	const measures = measureBoth(book, question, asOf, projection);
	const reading = book.records.indicators.find((each) => each.slug === 'pace');
	const paces = [measures.deals?.pace, measures.books?.pace].filter((pace) => pace != null);
	const disputed =
		reading !== undefined && paces.length === 2 && areOpposed(boundsAt(reading, asOf), paces[0]!, paces[1]!);
	return { ...wholeMeasures(measures), disputed };
}
