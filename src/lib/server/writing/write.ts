import { difference } from '$lib/shared/field-changes';
import { movedReadings, type MovedReading } from '$lib/shared/moved-readings';
import { compile } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { pathText } from '$lib/records/faults';
import { totalsOf, type Totals } from '$lib/ledger/totals';
import { now } from '../config/clock';
import { currentSnapshot, openedStore } from '../ledger/open';
import { commit, checkChanges } from './commit';
import { type Operation } from './operation';
import { DEFINITIONS } from '$lib/records/definitions';
import { misfitsOf, planOf, type Refusals, type Step } from './plan';

/** What became of one record. */
export interface Written {
	kind: Step['kind'];
	/** Its slug; of a row of a table its id. */
	slug: string;
	href: string;
	/** The revision that last changed it: what If-Match takes next time. Null once it is removed, and in a dry run. */
	record_revision: number | null;
	/** The fields that differ; a value that is not there is absent. */
	changes: { path: string; entry?: string; before?: unknown; after?: unknown }[];
	record: Step['after'];
}

/** What was written, in one revision; or in a dry run what would be, and what it does to the totals. */
export interface Outcome {
	/** The ledger's latest revision. It is not a new one where nothing differs, and in a dry run. */
	revision: number;
	records: Written[];
	totals?: { before: Totals; after: Totals };
	/** In a rehearsal that was asked for them: the readings that would be others. */
	readings?: MovedReading[];
}

function writtenOf({ kind, slug, before, after }: Step, record_revision: number | null): Written {
	const changes = difference(before, after).map(({ path, ...rest }) => ({ path: pathText(path), ...rest }));
	return { kind, slug, href: `/${kind}/${slug}.json`, record_revision, changes, record: after };
}

/** A revision of more records than this is told by their number; a title of more characters is cut. */
const MOST_NAMED = 3;
const LONGEST = 120;

/** What the change is called where its writer does not say why. */
function usualWhy(steps: readonly Step[]): string {
	if (steps.length === 0) return 'Changed nothing';
	if (steps.length > MOST_NAMED) return `Changed ${steps.length} records`;
	const parts = steps.map(({ kind, slug, before, after }) => {
		const verb = before === null ? 'Added' : after === null ? 'Removed' : 'Changed';
		const record = after ?? before;
		const title = record && 'title' in record ? record.title : record && 'name' in record ? record.name : slug;
		return {
			verb,
			what: `the ${DEFINITIONS[kind].noun} ${title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title}`
		};
	});
	// “Added the organisation A and the deal B”: the verb once where it is the same.
	const said = parts.map(({ verb, what }, i) => {
		if (i === 0) return `${verb} ${what}`;
		return verb === parts[i - 1]?.verb ? what : `${verb.toLowerCase()} ${what}`;
	});
	return said.length < 3 ? said.join(' and ') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

/**
 * The one door for changes by people and programs: checks every operation, then all of them together, and writes all in one
 * revision or nothing. Call it in a transaction, `openedStore().atomically`.
 */
export function write(
	operations: readonly Operation[],
	{ who, why }: { who: string; why: string | null }
): Outcome | Refusals {
	const store = openedStore();
	const plan = planOf(store, operations);
	if ('refusals' in plan) return plan;
	const as = { who, why: why ?? usualWhy(plan.steps), at: now(), known: currentSnapshot() };
	const done = commit(store, plan.changes, as);
	if ('refused' in done) return misfitsOf(done);
	const { revision } = done;
	const records = plan.steps.map((step) =>
		writtenOf(step, store.recordAt(step.kind, step.key, revision)?.revision ?? null)
	);
	return { revision, records };
}

/** What `write` would do, and what that does to the totals under the default question on a day. Nothing is written. */
export function rehearse(
	operations: readonly Operation[],
	day: Day,
	{ readings = false }: { readings?: boolean } = {}
): Outcome | Refusals {
	const { book, records, revision } = currentSnapshot();
	const plan = planOf(openedStore(), operations);
	if ('refusals' in plan) return plan;
	const standing = checkChanges(records, plan.changes);
	if ('refused' in standing) return misfitsOf(standing);
	const next = compile(standing.records);
	const totals = { before: totalsOf(book, day), after: totalsOf(next, day) };
	const moved = readings ? { readings: movedReadings(book, next, day) } : {};
	return { revision, records: plan.steps.map((step) => writtenOf(step, null)), totals, ...moved };
}
