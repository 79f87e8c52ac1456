import type { Site } from '$lib/features/context';
import { isKnown, windowYears } from '$lib/ledger/window';
import { MOST_SEED } from '$lib/ledger/scenario/seed';
import {
	BASES,
	ESTIMATES,
	ESTIMATE_WORDS,
	FIRMNESS,
	FIRMNESS_ASKED,
	INDEX_WINDOWS,
	LAYERS,
	LAYER_NAMES,
	NEW_DEALS,
	PATHS,
	SCOPES,
	SPEND_SHAPES,
	STEPS,
	WEIGHTS
} from '$lib/records/vocabularies';
import { SCALES, viewEntries, type ParamName, type View, type ViewContext } from '$lib/view';
import { count, day, money } from '$lib/ui/format';
import type { Choice, Control } from '$lib/ui/types';

/** The controls that a page may show, by the name of the parameter each sets. */
export type ControlName =
	| 'projection'
	| 'basis'
	| 'scope'
	| 'firmness'
	| 'as_of'
	| 'scale'
	| 'layers'
	| 'estimate'
	| 'step'
	| 'from'
	| 'to'
	| 'weight'
	| 'window'
	| 'shape'
	| 'seed'
	| 'runs'
	| 'new_deals'
	| 'path';

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';

const RUNS = [500, 2000, 10_000];

const WORDS = {
	basis: { headline: 'Announced', counted: 'Counted', due: 'Due' },
	scope: { us: 'US', global: 'Global' },
	firmness: FIRMNESS_ASKED,
	scale: { linear: 'Linear', log: 'Log' },
	estimate: ESTIMATE_WORDS,
	step: { day: 'Day', month: 'Month', quarter: 'Quarter', year: 'Year' },
	weight: { value: 'By dollars', equal: 'Alike' },
	window: { auto: 'As long as it takes', 90: '90 days', 180: '180 days', 365: '365 days' },
	shape: { even: 'Even', ramp: 'Ramping up' },
	new_deals: { trailing: 'As of late', none: 'None' },
	path: { straight: 'Straight', last_year: 'As last year' }
};

function choices<T extends string>(values: readonly T[], words: Record<T, string>): Choice[] {
	return values.map((value) => ({ value, text: words[value] }));
}

/** The firmest last reads as a scale; on a screen the usual choice comes first. */
const FIRMNESS_CHOICES = [...FIRMNESS].reverse();

/** The projections known at the day of a view. */
function projectionChoices(site: Site, { as_of }: View): Choice[] {
	const where = { us: 'US', global: 'world' };
	const text = (each: Site['projections'][number]): string => {
		const name = each.institution.length > 28 ? `${each.institution.slice(0, 27)}…` : each.institution;
		return `${money(each.target_usd)}, ${where[each.scope]}, ${windowYears(each.window)} (${name})`;
	};
	return [
		...site.projections.filter((each) => isKnown(each, as_of)).map((each) => ({ value: each.slug, text: text(each) })),
		{ value: 'none', text: 'None: the long run' }
	];
}

/** The controls of a page in the order asked for; those in `more` fold away. */
export function controlsFor(
	view: View,
	site: Site,
	names: readonly ControlName[],
	more: readonly ControlName[] = []
): Control[] {
	const dated = (title: string, value: string) => ({ title, as: 'day' as const, value, min: FIRST_DAY, max: LAST_DAY });
	const unseen = site.covered_to !== null && view.as_of > site.covered_to ? `, covered to ${day(site.covered_to)}` : '';
	const { question } = view;
	const all: Record<ControlName, () => Omit<Control, 'name' | 'more'>> = {
		projection: () => ({
			title: 'Set against',
			as: 'select',
			choices: projectionChoices(site, view),
			value: view.projection ?? 'none'
		}),
		basis: () => ({ title: 'Markers on', as: 'radios', choices: choices(BASES, WORDS.basis), value: view.basis }),
		scope: () => ({ title: 'Scope', as: 'radios', choices: choices(SCOPES, WORDS.scope), value: question.scope }),
		firmness: () => ({
			title: 'Firmness',
			as: 'select',
			choices: choices(FIRMNESS_CHOICES, WORDS.firmness),
			value: question.firmness
		}),
		as_of: () => dated(`As of${unseen}`, view.as_of),
		from: () => dated('From', view.from),
		to: () => dated('To', view.to),
		scale: () => ({ title: 'Scale', as: 'radios', choices: choices(SCALES, WORDS.scale), value: view.scale }),
		layers: () => ({ title: 'Layers', as: 'ticks', choices: choices(LAYERS, LAYER_NAMES), value: question.layers }),
		estimate: () => ({
			title: 'Estimate',
			as: 'radios',
			choices: choices(ESTIMATES, WORDS.estimate),
			value: question.estimate
		}),
		step: () => ({ title: 'A row a', as: 'select', choices: choices(STEPS, WORDS.step), value: view.step }),
		shape: () => ({
			title: 'Spending',
			as: 'radios',
			choices: choices(SPEND_SHAPES, WORDS.shape),
			value: question.shape
		}),
		new_deals: () => ({
			title: 'New contracts',
			as: 'radios',
			choices: choices(NEW_DEALS, WORDS.new_deals),
			value: view.new_deals
		}),
		path: () => ({ title: 'Path', as: 'radios', choices: choices(PATHS, WORDS.path), value: view.path }),
		seed: () => ({ title: 'Seed', as: 'number', value: String(view.seed), min: '0', max: String(MOST_SEED) }),
		runs: () => ({
			title: 'Runs',
			as: 'select',
			choices: [...new Set([...RUNS, view.runs])]
				.sort((a, b) => a - b)
				.map((runs) => ({ value: String(runs), text: count(runs) })),
			value: String(view.runs)
		}),
		window: () => ({
			title: 'Looks back',
			as: 'select',
			choices: choices(INDEX_WINDOWS, WORDS.window),
			value: view.window
		}),
		weight: () => ({ title: 'Deals weigh', as: 'radios', choices: choices(WEIGHTS, WORDS.weight), value: view.weight })
	};
	const listed = [...names.map((name) => ({ name, more: false })), ...more.map((name) => ({ name, more: true }))];
	return listed.map((each) => ({ ...all[each.name](), ...each }));
}

/** What the address says beyond a form's own names, for its hidden fields. */
export function hiddenFields(
	view: View,
	context: ViewContext,
	own: readonly string[]
): { name: string; value: string }[] {
	const dropped: ParamName[] = ['page'];
	return viewEntries(view, context)
		.filter(([name]) => !own.includes(name) && !dropped.includes(name))
		.map(([name, value]) => ({ name, value }));
}
