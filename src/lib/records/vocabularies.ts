/** The closed vocabularies: each word once, in its order, with what people read for it. */

/** A closed list of words, in an order that is part of its meaning. */
export interface Vocabulary<Word extends string = string> {
	readonly words: readonly [Word, ...Word[]];
	/** What a screen calls each word. */
	readonly labels: Readonly<Record<Word, string>>;
	/** What a form offers: a label, or a longer text where the label alone does not tell what is meant. */
	readonly choices: Readonly<Record<Word, string>>;
}

export type WordOf<V> = V extends Vocabulary<infer Word> ? Word : never;

/** A vocabulary of words in the order given: each with its label, or with its label and the text by which a form offers it. */
function vocabulary<Word extends string>(
	entries: Record<Word, string | readonly [label: string, choice: string]>
): Vocabulary<Word> {
	const words = Object.keys(entries) as [Word, ...Word[]];
	const textsAt = (place: 0 | 1) =>
		Object.fromEntries(
			words.map((word) => {
				const texts = entries[word];
				return [word, typeof texts === 'string' ? texts : texts[place]];
			})
		) as Record<Word, string>;
	return { words, labels: textsAt(0), choices: textsAt(1) };
}

export const LAYER = vocabulary({
	demand: 'Demand',
	infrastructure: 'Infrastructure',
	components: 'Components',
	funding: 'Funding'
});
export type Layer = WordOf<typeof LAYER>;
export const LAYERS = LAYER.words;
export const LAYER_NAMES = LAYER.labels;

export const KIND = vocabulary({
	compute_purchase: ['Compute', 'Compute: somebody rents or buys computing'],
	chip_purchase: ['Chips', 'Chips: somebody buys processors or servers'],
	capacity_build: ['Campus and power', 'Campus and power: somebody builds'],
	programme: ['Programme', 'Programme: a plan of several builds'],
	lease: ['Lease', 'Lease: a tenant rents a site'],
	joint_venture: ['Joint venture', 'Joint venture: partners found a company'],
	acquisition: ['Acquisition', 'Acquisition: a company is bought'],
	equity_investment: ['Equity', 'Equity: shares for money'],
	debt_financing: ['Debt', 'Debt: loans and bonds']
});
export type Kind = WordOf<typeof KIND>;
export const KINDS = KIND.words;
export const KIND_NAMES = KIND.labels;

/** Who pays and who is paid, in the words that fit the kind. */
export const PARTY_NAMES: Record<Kind, { payer: string; payee: string }> = {
	compute_purchase: { payer: 'Buyer', payee: 'Seller' },
	chip_purchase: { payer: 'Buyer', payee: 'Seller' },
	capacity_build: { payer: 'Builder', payee: 'Paid' },
	programme: { payer: 'Spender', payee: 'Paid' },
	lease: { payer: 'Tenant', payee: 'Landlord' },
	joint_venture: { payer: 'Partner', payee: 'Venture' },
	acquisition: { payer: 'Acquirer', payee: 'Company bought' },
	equity_investment: { payer: 'Investor', payee: 'Company funded' },
	debt_financing: { payer: 'Lender', payee: 'Borrower' }
};

/** In rising order: a later word is firmer than an earlier one. */
export const FIRM = vocabulary({
	rumoured: ['Rumoured', 'Rumoured: reported, not confirmed'],
	letter_of_intent: ['Letter of intent', 'Letter of intent: meant, not binding'],
	announced: ['Announced', 'Announced: the parties say so'],
	definitive: ['Definitive', 'Definitive: signed']
});
export type Firmness = WordOf<typeof FIRM>;
export const FIRMNESS = FIRM.words;
export const FIRMNESS_NAMES = FIRM.labels;

/** Whether a firmness is announced or firmer: below that nothing is signed, and nothing is due. */
export function isSigned(firmness: Firmness): boolean {
	return FIRMNESS.indexOf(firmness) >= FIRMNESS.indexOf('announced');
}

export const EVENT_TYPE = vocabulary({
	announced: 'Announced',
	clarified: 'Clarified',
	definitive: 'Signed',
	amended: 'Amended',
	expanded: 'Expanded',
	scaled_back: 'Scaled back',
	completed: 'Completed',
	cancelled: 'Cancelled'
});
export type EventType = WordOf<typeof EVENT_TYPE>;
export const EVENT_TYPES = EVENT_TYPE.words;
export const EVENT_NAMES = EVENT_TYPE.labels;

/** When a part of a bigger deal falls due. */
export const TIMING = vocabulary({
	own: ['By itself', 'By itself: by its own schedule or term'],
	container: ['With the bigger deal', 'With the bigger deal that it is inside of']
});

/** From what stands on paper to what somebody remembers. */
export const SOURCE_TYPE = vocabulary({
	filing: ['Filing', 'Filing: papers for a stock exchange or a court'],
	company: ['Company', 'Company: a party’s own release or page'],
	press: ['Press', 'Press: a newsroom that reports'],
	digest: ['Digest', 'Digest: a page that retells what others reported'],
	own: ['Own knowledge', 'Own knowledge: nothing that could be opened']
});
export type SourceType = WordOf<typeof SOURCE_TYPE>;
export const SOURCE_TYPES = SOURCE_TYPE.words;

/** How well some time was looked at. */
export const COVERAGE_STATE = vocabulary({
	dense: ['Dense', 'Dense: searched company by company, large deals should all be here'],
	thin: ['Thin', 'Thin: large events only'],
	selective: ['Selective', 'Selective: only what later deals build on'],
	none: ['None', 'None: nothing could be found']
});

/** What is wrong where something is known to be wrong. */
export const GAP_STATE = vocabulary({
	missing: ['Missing', 'Missing: known to be left out'],
	doubtful: ['Doubtful', 'Doubtful: here, and may be wrong'],
	open: ['Open', 'Open: what became of it was not seen'],
	no_sum: ['No sum', 'No sum: only that it exists is known']
});

export const SCOPE = vocabulary({ us: ['US', 'In the United States'], global: ['Global', 'In all countries'] });
export type Scope = WordOf<typeof SCOPE>;
export const SCOPES = SCOPE.words;

export const ORGANISATION_KIND = vocabulary({
	ai_lab: 'AI lab',
	hyperscaler: 'Hyperscaler',
	neocloud: 'Neocloud',
	chipmaker: 'Chipmaker',
	investor: 'Investor',
	developer: 'Developer',
	financier: 'Financier',
	government: 'Government',
	other: 'Other'
});
export type OrganisationKind = WordOf<typeof ORGANISATION_KIND>;
export const ORGANISATION_KIND_NAMES = ORGANISATION_KIND.labels;

export const WORKLOAD = vocabulary({ training: 'training', inference: 'inference', agentic: 'agents' });

export const CONFIDENCE = vocabulary({ low: 'low', medium: 'medium', high: 'high' });
export type Confidence = WordOf<typeof CONFIDENCE>;
export const CONFIDENCES = CONFIDENCE.words;

/** Measures of capital spending that may be added up quarter by quarter. They are never mixed. */
export const CAPEX_MEASURE = vocabulary({
	payments_for_ppe: 'Cash paid for property and equipment',
	including_finance_leases: 'With finance leases'
});
export type CapexMeasure = WordOf<typeof CAPEX_MEASURE>;
export const CAPEX_MEASURES = CAPEX_MEASURE.words;

export const COMPARISON = vocabulary({
	none: 'Nothing',
	deals: 'The deals',
	capex: 'Reported capital spending'
});
export type Comparable = WordOf<typeof COMPARISON>;

export const WTF_LABEL = vocabulary({
	TERMINATOR: 'Terminator',
	IDIOCRACY: 'Idiocracy',
	WTF: 'WTF',
	NEUTRAL: 'Neutral'
});
export type WtfLabel = WordOf<typeof WTF_LABEL>;
export const WTF_LABELS = WTF_LABEL.words;
export const LABEL_NAMES = WTF_LABEL.labels;

/** The words of questions, which nothing is recorded with. */

export const ESTIMATES = ['low', 'central', 'high'] as const;
export type Estimate = (typeof ESTIMATES)[number];
export const ESTIMATE_WORDS: Record<Estimate, string> = { low: 'Low', central: 'Central', high: 'High' };

/** At least how firm a question asks deals to be. */
export const FIRMNESS_ASKED: Record<Firmness, string> = {
	rumoured: 'Rumours and all',
	letter_of_intent: 'Letters of intent or firmer',
	announced: 'Announced or firmer',
	definitive: 'Definitive only'
};

/** Whether a deal was called off as known on a day. */
export const DEAL_STATUSES = ['live', 'cancelled'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];
export const DEAL_STATUS_NAMES: Record<DealStatus, string> = { live: 'Not cancelled', cancelled: 'Cancelled' };

/** How spending runs over a term: evenly, or ramping up. */
export const SPEND_SHAPES = ['even', 'ramp'] as const;
export type SpendShape = (typeof SPEND_SHAPES)[number];

/** Whether filters choose among deals counted together with all others, or what they choose is counted alone. */
export const COUNTINGS = ['whole', 'alone'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Whether scenarios sign new contracts, as in the months before the day that is asked for, or none. */
export const NEW_DEALS = ['trailing', 'none'] as const;

/** How a projection is spread over a year of its window: straight, or as its companies' payments fell on the quarters of the last one. */
export const PATHS = ['straight', 'last_year'] as const;
export type Path = (typeof PATHS)[number];

/** Whether anything can be said of what came of a projection: it can, not yet, or it cannot. */
export const CHECKS = ['can', 'not_yet', 'cannot'] as const;
export type Check = (typeof CHECKS)[number];

export const BASES = ['headline', 'counted', 'due'] as const;

export const STEPS = ['day', 'month', 'quarter', 'year'] as const;
export type Step = (typeof STEPS)[number];

/** How the deals of the index's window are weighed: by what they contribute, or alike. */
export const WEIGHTS = ['value', 'equal'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** How many days the index looks back: as few as hold enough deals, or always so many. */
export const INDEX_WINDOWS = ['auto', '90', '180', '365'] as const;
export type IndexWindow = (typeof INDEX_WINDOWS)[number];

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
