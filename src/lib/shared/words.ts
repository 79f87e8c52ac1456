import type { EventType, Firmness, Kind, Layer, OrganisationKind, WtfLabel } from '$lib/ledger/words';

/** What the closed vocabularies of the ledger are called on a screen. */

export const LABEL_NAMES: Record<WtfLabel, string> = {
	TERMINATOR: 'Terminator',
	IDIOCRACY: 'Idiocracy',
	WTF: 'WTF',
	NEUTRAL: 'Neutral'
};

export const FIRMNESS_NAMES: Record<Firmness, string> = {
	rumoured: 'Rumoured',
	letter_of_intent: 'Letter of intent',
	announced: 'Announced',
	definitive: 'Definitive'
};

export const LAYER_NAMES: Record<Layer, string> = {
	demand: 'Demand',
	infrastructure: 'Infrastructure',
	components: 'Components',
	funding: 'Funding'
};

export const KIND_NAMES: Record<Kind, string> = {
	compute_purchase: 'Compute',
	chip_purchase: 'Chips',
	capacity_build: 'Campus and power',
	programme: 'Programme',
	lease: 'Lease',
	joint_venture: 'Joint venture',
	acquisition: 'Acquisition',
	equity_investment: 'Equity',
	debt_financing: 'Debt'
};

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

export const EVENT_NAMES: Record<EventType, string> = {
	announced: 'Announced',
	clarified: 'Clarified',
	definitive: 'Signed',
	amended: 'Amended',
	expanded: 'Expanded',
	scaled_back: 'Scaled back',
	completed: 'Completed',
	cancelled: 'Cancelled'
};

/** Who pays whom, by name: `OpenAI → Amazon (AWS)`; at most two names a side. */
export function partiesText(deal: { payers: string[]; payees: string[] }, names: Record<string, string>): string {
	const side = (slugs: string[]): string => {
		const [first, second, ...rest] = slugs.map((slug) => names[slug] ?? slug);
		return [first, second].filter(Boolean).join(', ') + (rest.length > 0 ? ` and ${rest.length} more` : '');
	};
	return `${side(deal.payers)} → ${side(deal.payees)}`;
}

export const ORGANISATION_KIND_NAMES: Record<OrganisationKind, string> = {
	ai_lab: 'AI lab',
	hyperscaler: 'Hyperscaler',
	neocloud: 'Neocloud',
	chipmaker: 'Chipmaker',
	investor: 'Investor',
	developer: 'Developer',
	financier: 'Financier',
	government: 'Government',
	other: 'Other'
};
