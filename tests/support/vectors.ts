import type { Question } from '$lib/ledger/question';
import type { Step } from '$lib/records/vocabularies';

interface Row {
	date: string;
	headline_usd: number | null;
	counted_usd: number | null;
	due_usd: number;
}

/** What `expected.json` of a vector set holds (see tests/vectors/README.md). */
export interface Expected {
	cases: {
		question: Omit<Question, 'filters' | 'shape' | 'counting'>;
		as_of: string;
		spend: { from: string; to: string; step: Step; rows: Row[] };
		reconciliation: [string, number][];
		contributions: Record<string, number>;
		wtf: { terminator: number; idiocracy: number; lean: number; deals: number } | null;
		projections: Record<
			string,
			{
				due_to_date_usd: number;
				contracted_usd: number;
				path_to_date_usd: number;
				pace: number | null;
				cover: number | null;
				needed_per_year_usd: number | null;
			}
		>;
	}[];
	'labels_at_2026-11-22': Record<string, string | null>;
}
