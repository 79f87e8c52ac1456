import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRecord } from '$lib/records/derive/schema.server';
import { RECORD_KINDS, type Records } from '$lib/records';
import { someLedger } from '../../../tests/support/arbitrary';
import { fullLedger } from '../../../tests/support/full';
import { recordsIn } from '../../../tests/support/reference';
import type { Lookups } from './leaves';
import { Lookup } from '$lib/records/typed/names';
import { readRecord } from './read';
import { FORMS } from './forms';
import { readForm } from './typed';
import type { Group } from '$lib/records/derive/form';
import type { Typed } from './types';
import { typedOf } from './write';

function lookupsOf({ organisations, deals, projections }: Records): Lookups {
	return {
		organisations: new Lookup(organisations.map(({ slug, name, aliases }) => ({ slug, name, also: aliases }))),
		deals: new Lookup(deals.map(({ slug, title }) => ({ slug, name: title }))),
		projections: new Lookup(projections.map(({ slug, title }) => ({ slug, name: title })))
	};
}

/** A form as a browser would send it and the server read it. */
function sent(typed: Typed): Typed {
	const form = new FormData();
	for (const [name, texts] of Object.entries(typed)) for (const text of texts) form.append(name, text);
	return readForm(form);
}

function comesBack(form: Group, record: unknown, lookups: Lookups): void {
	const { record: read, faults } = readRecord(form, sent(typedOf(form, record, lookups)), record, lookups);
	expect(faults).toEqual([]);
	expect(read).toEqual(record);
}

it('any deal comes back from its form as it was', () => {
	fc.assert(
		fc.property(someLedger, (records) => {
			const lookups = lookupsOf(records);
			for (const deal of records.deals) comesBack(FORMS.deals.form, deal, lookups);
		})
	);
});

it('a notice that is taken back and says no more survives the form of its deal', () => {
	const [deal] = recordsIn().deals;
	const [event] = deal!.events;
	const lookups = lookupsOf(recordsIn());
	comesBack(FORMS.deals.form, { ...deal, events: [{ ...event, notice: { days: null } }] }, lookups);
});

it('every record of the dataset comes back from its form', () => {
	const records = recordsIn();
	const lookups = lookupsOf(records);
	for (const kind of RECORD_KINDS) for (const record of records[kind]) comesBack(FORMS[kind].form, record, lookups);
});

it('a deal typed anew, with nothing to go by, is the same record', () => {
	const records = recordsIn();
	const lookups = lookupsOf(records);
	for (const deal of records.deals) {
		const { record, faults } = readRecord(
			FORMS.deals.form,
			sent(typedOf(FORMS.deals.form, deal, lookups)),
			null,
			lookups
		);
		expect(faults).toEqual([]);
		expect(checkRecord('deals', record)).toEqual({ record: deal });
	}
});

it('every field of every kind comes back from its form typed anew, with nothing to go by', () => {
	fc.assert(
		fc.property(fullLedger, (records) => {
			const lookups = lookupsOf(records);
			for (const kind of RECORD_KINDS) {
				const { form } = FORMS[kind];
				for (const each of records[kind]) {
					const { record, faults } = readRecord(form, sent(typedOf(form, each, lookups)), null, lookups);
					expect(faults).toEqual([]);
					expect(checkRecord(kind, record)).toEqual({ record: each });
				}
			}
		}),
		{ numRuns: 20 }
	);
});
