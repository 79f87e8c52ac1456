import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { parseView } from '$lib/view/parse';
import { board } from './board';
import { indicatorsPage } from './reading-lines';
import { contextOf } from '$lib/features/ask';
import { recordsIn } from '../../../tests/support/reference';

const book = compile(recordsIn());
const viewOf = (query: string) => parseView(new URLSearchParams(query), contextOf(book, '2026-11-22')).view;

it.each(['', 'as_of=2025-06-30', 'as_of=2021-01-01', 'scope=us&firmness=definitive&layers=funding'])(
	'says the same as the page of the readings: %s',
	(query) => {
		const [short, whole] = [board(book, viewOf(query)), indicatorsPage(book, viewOf(query))];
		expect(short.all).toEqual(whole.readings.map(({ slug, name, status }) => ({ slug, name, status })));
		expect(short.board).toEqual(whole.board);
		const told = whole.readings.filter(({ status }) => ['red', 'amber', 'green'].includes(status));
		expect(short.worst.map(({ slug, value, year_ago }) => ({ slug, value, year_ago }))).toEqual(
			told.slice(0, 4).map(({ slug, value, year_ago }) => ({ slug, value, year_ago }))
		);
	}
);
