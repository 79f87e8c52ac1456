import { describe, expect, it } from 'vitest';
import { faultSentence, pathText } from './faults';
import { checkRecord } from './derive/schema.server';
import type { Deal, DealEvent } from './index';

const EVENT: DealEvent = { on: '2025-01-21', type: 'announced', note: 'as told', sources: ['a'] };
const DEAL: Deal = {
	slug: 'a-deal',
	title: 'A made-up deal',
	summary: 'A made-up deal.',
	kind: 'lease',
	payers: ['lab'],
	payees: ['cloud', 'chips'],
	events: [EVENT],
	sources: [{ key: 'a', url: null, publisher: 'A paper', title: null, published: null }]
};

/** Where a deal with something more is at fault, and the sentences. */
function faults(more: object): { paths: string[]; sentences: string[] } {
	const checked = checkRecord('deals', { ...DEAL, ...more });
	const found = 'faults' in checked ? checked.faults : [];
	return { paths: found.map(({ path }) => pathText(path)), sentences: found.map(faultSentence) };
}

const events = (...more: Partial<DealEvent>[]) => ({ events: more.map((each) => ({ ...EVENT, ...each })) });

it('a deal may say all of it', () => {
	const notice = { days: 90, by: 'either', from: '2026-08-03' };
	const all = {
		short: 'A'.repeat(28),
		part_of: 'campus',
		timing: 'container',
		shares: { payers: [1], payees: ['0.25', 0.75] },
		replaces: 'another',
		us_share: '0.615385',
		doubts: [{ note: 'One paper has more.', sources: ['a'] }],
		...events(
			{ paid: 0, notice },
			{ paid: 7 },
			{ notice: { days: null } },
			{ paid: 7, notice: { ...notice, by: 'lab' } }
		)
	};
	expect(faults(all)).toEqual({ paths: [], sentences: [] });
});

describe('of a deal', () => {
	it.each<[string, object, string]>([
		['a short title of 29 characters', { short: 'A'.repeat(29) }, 'short'],
		['a share with seven places', { us_share: 0.1234567 }, 'us_share'],
		['the same in quotes', { us_share: '0.1234567' }, 'us_share'],
		['more than the whole', { us_share: '1.000001' }, 'us_share'],
		['a share in words', { us_share: 'half' }, 'us_share'],
		['that falls due with nothing', { timing: 'container' }, 'timing'],
		['another word for when', { timing: 'late', part_of: 'b' }, 'timing'],
		['shares of nobody', { shares: {} }, 'shares'],
		['shares that fall short of 1', { shares: { payees: ['0.333333', '0.666666'] } }, 'shares.payees'],
		['three shares for two', { shares: { payees: ['0.25', '0.25', '0.5'] } }, 'shares.payees'],
		['a share that is none', { shares: { payees: ['0.25', 'rest'] } }, 'shares.payees[1]'],
		['a doubt of an unknown source', { doubts: [{ note: 'n', sources: ['b'] }] }, 'doubts[0].sources[0]'],
		['a doubt of no source', { doubts: [{ note: 'n', sources: [] }] }, 'doubts[0].sources'],
		['what was paid that falls', events({ paid: 10 }, {}, { paid: 5 }, { paid: 12 }), 'events[2].paid'],
		['half a dollar paid', events({ paid: 1.5 }), 'events[0].paid'],
		['less than nothing paid', events({ paid: -1 }), 'events[0].paid'],
		[
			'a stranger who may leave',
			events({ notice: { days: 1, by: 'nobody', from: '2026-01-01' } }),
			'events[0].notice.by'
		],
		['notice by nobody', events({ notice: { days: 1, from: '2026-01-01' } }), 'events[0].notice.by'],
		['notice from no day', events({ notice: { days: 1, by: 'lab' } }), 'events[0].notice.from'],
		['half a day of notice', events({ notice: { days: 0.5, by: 'lab', from: '2026-01-01' } }), 'events[0].notice.days'],
		['a kind of source that there is not', { sources: [{ ...DEAL.sources[0], type: 'blog' }] }, 'sources[0].type']
	])('%s is a fault, and its field is named', (_, more, path) => {
		const { paths, sentences } = faults(more);
		expect(paths).toEqual([path]);
		expect(sentences[0]).toMatch(/: expected .+, got .+/);
	});
});
