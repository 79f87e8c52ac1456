import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deal, happened, party, records } from '../../../tests/support/small';
import { compile } from '$lib/ledger/book';
import type { Deal, Indicator } from '$lib/records';
import { readIndicator } from './index';
import { turningDeals } from './turning';

const AS_OF = '2026-03-01';

const definition = (slug: string, watch: number, alert: number): Indicator => ({
	slug,
	name: slug,
	question: 'How much?',
	formula: 'This over that.',
	inputs: ['deals'],
	unit: 'ratio',
	bounds: [{ from: '2019-01-01', green: { max: watch }, amber: { min: watch, max: alert }, by: 'editorial' }],
	stale_after_days: 500
});

const read = (deals: Deal[], indicator: Indicator) => {
	const organisations = [party('crowd', 'other', { stand_in: true })];
	return readIndicator(compile(records({ deals, organisations })), indicator, AS_OF);
};

const paid = (slug: string, payer: string, payee: string, dollars: number, idiocracy?: number): Deal =>
	deal(
		{
			slug,
			payers: [payer],
			payees: [payee],
			...(idiocracy === undefined
				? {}
				: { ratings: [{ on: '2026-02-01', terminator: 0, idiocracy, rationale: 'So.', by: 'editorial' }] })
		},
		'2026-02-01',
		dollars
	);

const someDollars = fc.integer({ min: 10_000, max: 1_000_000 });
const someDeals = fc
	.tuple(someDollars, someDollars, someDollars, someDollars, someDollars)
	.map(([a, b, c, d, e]) => [
		paid('a', 'lab', 'cloud', a, 3),
		paid('b', 'cloud', 'mill', b, 8),
		paid('c', 'mill', 'lab', c, 5),
		paid('d', 'crowd', 'shop', d, 4),
		paid('e', 'crowd', 'store', e, 6)
	]);

/** What a lever means, done to the deals themselves. */
function pulled(deals: Deal[], label: string, x: number): Deal[] {
	if (label.startsWith('Each way')) return [...deals, paid('n', 'new', 'newer', x), paid('m', 'newer', 'new', x)];
	if (label.startsWith('Promised to a newcomer')) return [...deals, paid('n', 'lab', 'new', x)];
	if (label === 'Promised by one newcomer') return [...deals, paid('n', 'new', 'cloud', x)];
	if (label === 'Promised to one newcomer') return [...deals, paid('n', 'crowd', 'new', x)];
	if (label === 'Promised by many too small to name') return [...deals, paid('n', 'crowd', 'cloud', x)];
	if (label === 'Promised to many too small to name') return [...deals, paid('n', 'lab', 'crowd', x)];
	if (label.startsWith('New deals')) return [...deals, paid('n', 'lab', 'cloud', x, Number(label.split(' ').at(-1)))];
	const [, side, name] = label.split(' ');
	const its = (each: Deal) => (side === 'by' ? each.payers : each.payees).includes(name!);
	return deals.map((each) => {
		if (!its(each)) return each;
		const central = each.events[0]!.value!.central! + x;
		return { ...each, events: [happened('2026-02-01', { value: { central } })] };
	});
}

describe('the levers of a reading', () => {
	it.each([
		['circularity', 1],
		['concentration-payers', 10_000],
		['concentration-payees', 10_000],
		['mood', 10]
	])('of %s change the colour by as many dollars as they say, and by no less', (slug, scale) => {
		// So far apart that a dollar does not lead past both.
		const bounds = fc.tuple(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 61, max: 95 }));
		const seen = new Set<string>();
		fc.assert(
			fc.property(someDeals, bounds, (deals, [a, b]) => {
				const indicator = definition(slug, (a * scale) / 100, (b * scale) / 100);
				const before = read(deals, indicator);
				for (const { direction, to: colour, levers } of before.changes) {
					for (const { label, change_usd } of levers) {
						seen.add(`${direction} ${Math.sign(change_usd)}`);
						expect([label, read(pulled(deals, label, change_usd), indicator).status]).toEqual([label, colour]);
						const less = change_usd - Math.sign(change_usd);
						if (less !== 0) expect(read(pulled(deals, label, less), indicator).status).toBe(before.status);
					}
				}
			}),
			{ numRuns: 300 }
		);
		expect([...seen]).toEqual(expect.arrayContaining(['up 1', 'down 1']));
	});
});

describe('the deals that hold a reading where it is', () => {
	const deals = [paid('big', 'lab', 'cloud', 60), paid('back', 'cloud', 'lab', 50), paid('small', 'mill', 'shop', 40)];

	it('are those without which it has another colour', () => {
		const indicator = definition('circularity', 0.25, 0.5);
		const reading = read(deals, indicator);
		expect(reading).toMatchObject({ value: 100 / 150, status: 'red' });
		expect(turningDeals(compile(records({ deals })), indicator, AS_OF, reading)).toEqual({
			tried: 3,
			deals: [
				{ slug: 'big', title: 'big', value: 0, status: 'green' },
				{ slug: 'back', title: 'back', value: 0, status: 'green' }
			]
		});
	});

	it('are not looked for while it has no colour', () => {
		const indicator = definition('circularity', 0.25, 0.5);
		expect(turningDeals(compile(records({})), indicator, AS_OF, read([], indicator))).toEqual({ tried: 0, deals: [] });
	});
});
