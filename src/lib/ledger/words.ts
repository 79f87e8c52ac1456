/** The closed vocabularies of the ledger. One list each, used by schemas, the address bar, the store and the screens. */

export const LAYERS = ['demand', 'infrastructure', 'components', 'funding'] as const;
export type Layer = (typeof LAYERS)[number];

export const KINDS = [
	'compute_purchase',
	'chip_purchase',
	'capacity_build',
	'programme',
	'lease',
	'joint_venture',
	'acquisition',
	'equity_investment',
	'debt_financing'
] as const;
export type Kind = (typeof KINDS)[number];

/** In rising order: a later word is firmer than an earlier one. */
export const FIRMNESS = ['rumoured', 'letter_of_intent', 'announced', 'definitive'] as const;
export type Firmness = (typeof FIRMNESS)[number];

export const EVENT_TYPES = [
	'announced',
	'clarified',
	'definitive',
	'amended',
	'expanded',
	'scaled_back',
	'completed',
	'cancelled'
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const SCOPES = ['us', 'global'] as const;
export type Scope = (typeof SCOPES)[number];

export const ESTIMATES = ['low', 'central', 'high'] as const;
export type Estimate = (typeof ESTIMATES)[number];

export const BASES = ['headline', 'counted', 'recognised'] as const;
export type Basis = (typeof BASES)[number];

export const STEPS = ['day', 'month', 'quarter', 'year'] as const;
export type Step = (typeof STEPS)[number];

/** How the deals of the index's window are weighed: by what they contribute, or alike. */
export const WEIGHTS = ['value', 'equal'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const WTF_LABELS = ['TERMINATOR', 'IDIOCRACY', 'WTF', 'NEUTRAL'] as const;
export type WtfLabel = (typeof WTF_LABELS)[number];

export const ORGANISATION_KINDS = [
	'ai_lab',
	'hyperscaler',
	'neocloud',
	'chipmaker',
	'investor',
	'developer',
	'financier',
	'government',
	'other'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const WORKLOADS = ['training', 'inference', 'agentic'] as const;
export type Workload = (typeof WORKLOADS)[number];

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Measures of capital spending that may be added up quarter by quarter. They are never mixed. */
export const CAPEX_MEASURES = ['payments_for_ppe', 'including_finance_leases'] as const;
export type CapexMeasure = (typeof CAPEX_MEASURES)[number];

export const COMPARABLE = ['none', 'deals', 'capex'] as const;
export type Comparable = (typeof COMPARABLE)[number];

const DEFAULT_LAYER: Record<Kind, Layer> = {
	compute_purchase: 'demand',
	chip_purchase: 'components',
	equity_investment: 'funding',
	debt_financing: 'funding',
	acquisition: 'funding',
	capacity_build: 'infrastructure',
	programme: 'infrastructure',
	lease: 'infrastructure',
	joint_venture: 'infrastructure'
};

/** The layer a deal stands in: its own `layer` where it has one, else the one of its kind. */
export function layerOf(deal: { kind: Kind; layer?: Layer }): Layer {
	return deal.layer ?? DEFAULT_LAYER[deal.kind];
}
