import { join } from 'node:path';
import type { Day } from '$lib/records/day';
import type { Organisation, Records } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { pathText } from '$lib/records/faults';
import { factsFile, readText } from './cache';
import { differenceTo, type Difference } from './difference';
import type { EdgarClient } from './fetch';
import { readFacts, type Refusal } from './facts';
import { quartersOf, type Policy } from './quarters';
import { capexRows, fundamentalRows, type Filer } from './rows';
import { rulesOf, tagsOf } from './rules';

/** An organisation whose filings can be asked for. */
export type Filing = Organisation & { cik: string };

/** What one company's facts mean for the ledger, or the sentence that says why they cannot be used at all. */
export type Outcome = { company: string } & ({ entityName: string; difference: Difference } | { fault: string });

/** Where the facts of a company come from: a folder with `CIK##########.json`, or the SEC. */
export type FactsSource = { folder: string } | { client: EdgarClient };

/** The organisations that have a number with the SEC, by slug. */
export function filers(organisations: Organisation[]): Filing[] {
	const found = organisations.flatMap((organisation) => {
		const { cik } = organisation;
		return cik ? [{ ...organisation, cik: cik.padStart(10, '0') }] : [];
	});
	return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Those of them that are asked for where nobody names a company: the ones whose records say so. */
export function filingsToImport(filings: Filing[]): Filing[] {
	return filings.filter(({ edgar }) => edgar);
}

async function textOf(cik: string, source: FactsSource): Promise<{ text: string } | { fault: string }> {
	if ('client' in source) return source.client.companyFacts(cik);
	const path = join(source.folder, factsFile(cik));
	return readText(path, path);
}

/** Leaves out what the ledger's own schema would not take; such a row is a refusal like any other. */
function fitting<K extends 'capex' | 'fundamentals'>(
	kind: K,
	rows: Records[K][number][],
	refused: Refusal[]
): Records[K][number][] {
	return rows.filter((row) => {
		const checked = checkRecord(kind, row);
		if ('record' in checked) return true;
		const [fault] = checked.faults;
		const place = fault ? `${pathText(fault.path)}: expected ${fault.expected}, got ${fault.got}` : 'a field';
		const end = row.period_end ?? ('as_of' in row ? row.as_of : '');
		refused.push({ what: `${kind}, ${end}`, why: `It does not fit the ledger: ${place}.` });
		return false;
	});
}

/** Reads one company's facts and holds them against the ledger. Nothing is written. */
export async function readCompany(
	{ slug, cik }: Filing,
	source: FactsSource,
	ledger: Pick<Records, 'capex' | 'fundamentals'>,
	policy: Policy & { today: Day }
): Promise<Outcome> {
	const rules = rulesOf(cik);
	const read = await textOf(cik, source);
	if ('fault' in read) return { company: slug, fault: read.fault };
	const parsed = readFacts(read.text, { file: factsFile(cik), cik, tags: tagsOf(rules), today: policy.today });
	if ('fault' in parsed) return { company: slug, fault: parsed.fault };
	const { figures, refused } = quartersOf(parsed.facts, rules, policy);
	const { entityName } = parsed.facts;
	const filer: Filer = { company: slug, cik, entityName };
	const own = {
		capex: ledger.capex.filter(({ company }) => company === slug),
		fundamentals: ledger.fundamentals.filter(({ company }) => company === slug)
	};
	const difference = differenceTo(own, {
		capex: fitting('capex', capexRows(figures, filer), refused),
		fundamentals: fitting('fundamentals', fundamentalRows(figures, filer, rules), refused)
	});
	return { company: slug, entityName, difference: { ...difference, refused: [...refused, ...difference.refused] } };
}
