import type { RowKind } from '$lib/records';
import { CAPEX_MEASURE } from '$lib/records/vocabularies';
import { capex, fundamental, guidance } from '$lib/ledger/schema/rows';
import type { Group, Section } from '../types';
import { formOf, type FieldWords } from './nodes';
import { sectionsOf } from './sections';

const COMPANY: FieldWords = { label: 'Company', picks: 'organisations', example: 'Microsoft' };
const AMOUNT = { example: '$24.2B' };

/** Where a figure was read, the same in every table. */
const ORIGIN: Record<string, FieldWords> = {
	source: { label: 'Its address', example: 'https://example.com/filing' },
	publisher: { label: 'Published by', example: 'SEC filing' },
	seen: { label: 'Read itself', hint: 'No: known from somebody who quotes it.' },
	confidence: { label: 'How sure the figure is' },
	note: { label: 'Note', hint: 'What there is to know about the figure.' }
};
const ORIGIN_FIELDS = ['source', 'publisher', 'seen', 'confidence', 'note'];

const PERIOD = {
	period_start: { label: 'From', hint: 'Its first day.', example: '2026-07-01' },
	period_end: { label: 'To', hint: 'Its last day.', example: '2026-09-30' }
};

const CAPEX_FORM = formOf(capex, 'The quarter', {
	company: COMPANY,
	...PERIOD,
	fiscal_period: { label: 'As the company calls the quarter', example: 'FY2027Q1', short: true },
	measure: {
		label: 'What was measured',
		hint: 'The two are never added together.',
		choices: CAPEX_MEASURE.choices
	},
	amount_usd: { label: 'How much, in US dollars', ...AMOUNT },
	filed: { label: 'Filed on', hint: 'Left empty, it counts as known 45 days after the end of the quarter.' },
	derivation: {
		label: 'How it was got',
		hint: 'As reported, or what was taken from what.',
		example: 'as reported'
	},
	...ORIGIN
});

const GUIDANCE_FORM = formOf(guidance, 'The statement', {
	company: COMPANY,
	given_on: { label: 'Said on', example: '29 Oct 2026' },
	period_start: { ...PERIOD.period_start, label: 'About the time from' },
	period_end: PERIOD.period_end,
	low_usd: {
		label: 'The low end, in US dollars',
		hint: 'Both ends are left empty where no figure was named.',
		...AMOUNT
	},
	high_usd: { label: 'The high end', ...AMOUNT },
	wording: { label: 'What was said, in your own words' },
	measure: {
		label: 'What was guided',
		hint: 'A word in small letters: payments_for_ppe where it is what the filings report.',
		example: 'capex_incl_finance_leases'
	},
	...ORIGIN
});

const FUNDAMENTAL_FORM = formOf(fundamental, 'The figure', {
	company: COMPANY,
	metric: {
		label: 'What was measured',
		hint: 'A word in small letters: revenue, operating_cash_flow, backlog, revenue_run_rate, gdp_nominal_saar.',
		example: 'operating_cash_flow'
	},
	amount_usd: { label: 'How much, in US dollars', hint: 'With a minus where money went out.', ...AMOUNT },
	period_start: { ...PERIOD.period_start, hint: 'Of a period: its first day.' },
	period_end: { ...PERIOD.period_end, hint: 'Of a period: its last day.' },
	as_of: { label: 'or of one day', hint: 'Of a stock such as a backlog or a rate: the day.', example: '2026-09-30' },
	...ORIGIN
});

interface RowForm {
	form: Group;
	sections: Section[];
}

function parts(form: Group, title: string, what: string, fields: string[]): RowForm {
	return {
		form,
		sections: sectionsOf(form, [
			{ title, fields },
			{ title: what },
			{ title: 'Where it was said', fields: ORIGIN_FIELDS }
		])
	};
}

/** The forms of the reported figures: what tells a row from others first, then what it says, then where it was read. */
export const ROW_FORMS: Record<RowKind, RowForm> = {
	capex: parts(CAPEX_FORM, 'The quarter', 'What was reported', [
		'company',
		'period_start',
		'period_end',
		'fiscal_period'
	]),
	guidance: parts(GUIDANCE_FORM, 'The statement', 'What was said', [
		'company',
		'given_on',
		'period_start',
		'period_end'
	]),
	fundamentals: parts(FUNDAMENTAL_FORM, 'The figure', 'Of which time', ['company', 'metric', 'amount_usd'])
};
