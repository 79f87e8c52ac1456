import { expect, it } from 'vitest';
import { checkRecord } from '$lib/records/derive/schema.server';
import { arrangeDeal, blankDeal, completeDeal, freshEntry } from './deal';
import { fieldFaults } from './faults';
import { Lookup } from '$lib/records/typed/names';
import { readRecord } from './read';
import { FORMS } from './forms';
import { emptyForm, textAt, removeEntry } from './typed';
import type { Typed } from './types';
import { typedOf } from './write';

const DEAL_FORM = FORMS.deals.form;

const lookups = {
	organisations: new Lookup([
		{ slug: 'openai', name: 'OpenAI' },
		{ slug: 'amazon', name: 'Amazon' }
	])
};

/** A form with some fields filled in, one text each. */
function filled(more: Record<string, string>): Typed {
	const texts = Object.entries(more).map(([name, text]): [string, string[]] => [name, [text]]);
	return Object.assign(emptyForm(), blankDeal(), Object.fromEntries(texts));
}

const RELEASE = {
	title: 'OpenAI rents capacity',
	kind: 'compute_purchase',
	summary: 'It rents capacity.',
	'payers.0': 'openai',
	'payees.0': 'Amazon',
	'events.0.on': 'November 3, 2025',
	'events.0.value': '$38B',
	'events.0.note': 'Signed.',
	'sources.0.publisher': 'Amazon (release)'
};

function read(typed: Typed, isTaken: ((slug: string) => boolean) | null = () => false) {
	const complete = completeDeal(arrangeDeal(typed), lookups, isTaken);
	const { record, faults, places } = readRecord(DEAL_FORM, complete, null, lookups);
	const checked = checkRecord('deals', record);
	return { checked, faults: fieldFaults(DEAL_FORM, 'faults' in checked ? checked.faults : [], places, faults) };
}

it('what a press release says is a whole deal: slug, key and the tie between event and source come by themselves', () => {
	expect(read(filled(RELEASE)).checked).toEqual({
		record: {
			slug: 'openai-amazon-2025',
			title: 'OpenAI rents capacity',
			summary: 'It rents capacity.',
			kind: 'compute_purchase',
			payers: ['openai'],
			payees: ['amazon'],
			events: [
				{ on: '2025-11-03', type: 'announced', value: { central: 38e9 }, note: 'Signed.', sources: ['amazon-release'] }
			],
			sources: [{ key: 'amazon-release', url: null, publisher: 'Amazon (release)', title: null, published: null }]
		}
	});
});

it('a slug that is taken gets a number; one that was typed is kept', () => {
	const isTaken = (slug: string) => slug === 'openai-amazon-2025';
	expect(read(filled(RELEASE), isTaken).checked).toMatchObject({ record: { slug: 'openai-amazon-2025-2' } });
	expect(read(filled({ ...RELEASE, slug: 'mine' }), isTaken).checked).toMatchObject({ record: { slug: 'mine' } });
});

it('an empty form says of each field that is needed what is needed, and of nothing else', () => {
	const { faults } = read(blankDeal());
	expect(faults.map(({ path }) => path)).toEqual([
		'title',
		'kind',
		'payers',
		'payees',
		'events',
		'sources',
		'summary',
		'slug'
	]);
	expect(faults.find(({ path }) => path === 'kind')?.message).toBe('The kind of deal is needed: choose one.');
	expect(faults.find(({ path }) => path === 'summary')?.message).toBe('A summary is needed.');
	expect(faults.find(({ path }) => path === 'sources')?.message).toBe('At least one source is needed.');
});

it('a fault stands at the field that was typed, though an entry before it was left empty', () => {
	const { faults } = read(filled({ ...RELEASE, 'payers.0': '', 'payers.1': 'Nobody', 'events.0.value': 'lots' }));
	expect(faults.map(({ path }) => path)).toEqual(['payers.1', 'events.0.value']);
	expect(faults.find(({ path }) => path === 'payers.1')?.unknown).toBe('Nobody');
});

it('events stand in the order of their days with all that belongs to them', () => {
	const typed = filled({ ...RELEASE, 'events.1.on': '1 Oct 2025', 'events.1.note': 'Talks.', 'events.1.was': '4' });
	const arranged = arrangeDeal(typed);
	expect([0, 1].map((i) => textAt(arranged, `events.${i}.note`))).toEqual(['Talks.', 'Signed.']);
	expect(textAt(arranged, 'events.0.was')).toBe('4');
	// A day that cannot be read yet leaves them where they are.
	expect(textAt(arrangeDeal({ ...typed, 'events.0.on': ['soon'] }), 'events.0.note')).toBe('Signed.');
});

it('two sources of one name have two keys; an event keeps its tie when another source goes', () => {
	const typed = arrangeDeal(
		filled({
			...RELEASE,
			'events.1.on': '5 Nov 2025',
			'events.1.note': 'Again.',
			'events.1.type': 'clarified',
			'sources.1.publisher': 'Amazon (release)'
		})
	);
	typed['events.0.sources'] = ['~1'];
	typed['events.1.sources'] = ['~2'];
	const { checked } = read(typed);
	expect(checked).toMatchObject({
		record: { events: [{ sources: ['amazon-release'] }, { sources: ['amazon-release-2'] }] }
	});
	expect(read(removeEntry(typed, 'sources', 0)).checked).toMatchObject({
		record: {
			sources: [{ key: 'amazon-release' }],
			events: [{ sources: ['amazon-release'] }, { sources: ['amazon-release'] }]
		}
	});
});

it('with several events and sources, an event that rests on none of them is a fault', () => {
	const { faults } = read(
		filled({
			...RELEASE,
			'events.1.on': '5 Nov 2025',
			'events.1.note': 'Again.',
			'events.1.type': 'clarified',
			'sources.1.publisher': 'A paper'
		})
	);
	expect(faults.map(({ path }) => path)).toEqual(['events.0.sources', 'events.1.sources']);
});

it('a fresh reading is of the first event’s day and by the rubric', () =>
	expect(freshEntry('ratings', filled(RELEASE))).toEqual({ on: 'November 3, 2025', by: 'editorial' }));

it('a month begins on its first day and ends on its last one; what was recorded as a month and not touched stays', () => {
	const term = { 'events.0.term.start': 'January 2027', 'events.0.term.end': 'June 2031' };
	const { checked } = read(filled({ ...RELEASE, ...term }));
	expect(checked).toMatchObject({ record: { events: [{ term: { start: '2027-01-01', end: '2031-06-30' } }] } });

	const recorded = { events: [{ term: { start: '2027-01', years: 5 } }] };
	const typed = typedOf(DEAL_FORM, recorded, lookups);
	expect(readRecord(DEAL_FORM, typed, recorded, lookups).record).toMatchObject(recorded);
	typed['events.0.term.start'] = ['2027-02'];
	expect(readRecord(DEAL_FORM, typed, recorded, lookups).record).toMatchObject({
		events: [{ term: { start: '2027-02-01', years: 5 } }]
	});
});

it.each([
	['all', 1],
	['100%', 1],
	['Half', 0.5],
	['none', 0],
	['0.25', 0.25],
	['29%', 0.29],
	['33.3333%', 0.333333]
])('%s built in the US is %d', (us_share, share) => {
	expect(read(filled({ ...RELEASE, us_share })).checked).toMatchObject({ record: { us_share: share } });
});

it('years may be a word', () => {
	const typed = filled({ ...RELEASE, 'events.0.term.start': '2027', 'events.0.term.years': 'Five' });
	expect(read(typed).checked).toMatchObject({ record: { events: [{ term: { start: '2027-01-01', years: 5 } }] } });
});

it('a doubt and shares are read from a form, and the doubt is tied to the only source', () => {
	const typed = {
		...RELEASE,
		'doubts.0.note': 'A paper has half of it.',
		'shares.payees.0': '100%',
		'events.0.notice.days': '90',
		'events.0.notice.by': 'either',
		'events.0.notice.from': '3 Aug 2026',
		'events.0.paid': '$2 billion'
	};
	expect(read(filled(typed)).checked).toMatchObject({
		record: {
			doubts: [{ note: 'A paper has half of it.', sources: ['amazon-release'] }],
			shares: { payees: [1] },
			events: [{ notice: { days: 90, by: 'either', from: '2026-08-03' }, paid: 2_000_000_000 }]
		}
	});
});
