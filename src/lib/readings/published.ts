/**
 * What a recomputation reads: tables as the site publishes them in CSV, and nothing else. This file and every
 * `<slug>/recompute.ts` import nothing of the application, so that the two ways to a reading share no code.
 */

/** A row of a published table, by column. An empty cell is an empty text. */
export type Cells = Record<string, string>;

/** A site as known on a day. */
export interface Published {
	day: string;
	/** The rows of a table, by its address: `/deals.csv?layers=funding`. */
	table: (address: string) => Promise<Cells[]>;
	/** The rows that the reading says it was computed from. */
	rows: Cells[];
}

/** The reading once more, by each way that leads to it; null where it has no value. */
export type Recomputed = Record<string, number | null>;

/** Computes one reading from what is published. */
export type Recompute = (site: Published) => Promise<Recomputed>;

/** The number in a cell; 0 where it is empty. */
export function numberIn(row: Cells, name: string): number {
	return row[name] ? Number(row[name]) : 0;
}

/** A column added up. */
export function total(rows: Cells[], name: string): number {
	return rows.reduce((sum, row) => sum + numberIn(row, name), 0);
}

/** The texts in a cell that holds a list. */
export function listIn(cell: string | undefined): string[] {
	return cell ? cell.split('; ') : [];
}

/** A quotient; null where nothing is above 0 to divide by. */
export function quotient(above: number, below: number): number | null {
	return below > 0 ? above / below : null;
}

/** The rows of one measure or metric. */
function rowsOfMeasure(rows: Cells[], measure: string): Cells[] {
	return rows.filter((row) => row.measure === measure);
}

type Side = 'payers' | 'payees';

/** The shares of the parties of each deal that states some, by slug: decimal fractions in the order of the parties. */
export type Shares = Map<string, Partial<Record<Side, (string | number)[]>>>;

/** The shares that the records of the deals state. */
export async function sharesIn(table: Published['table']): Promise<Shares> {
	const stated: Shares = new Map();
	for (const { slug, shares } of await table('/records/deals.csv')) {
		if (slug && shares) stated.set(slug, JSON.parse(shares));
	}
	return stated;
}

/** A decimal fraction of at most six places in millionths. */
export function partsPerMillion(fraction: string | number): number {
	return Math.round(Number(fraction) * 1_000_000);
}

/**
 * Whole dollars of a deal by the parties of one side, as its record shares them, else equally: each part rounded down, the
 * dollars left over one by one to those that lost most, the first by slug among equals.
 */
export function splitAmong(deal: Cells, side: Side, amount: number, shares: Shares): [party: string, usd: number][] {
	const stated = shares.get(deal.slug ?? '')?.[side];
	const written = listIn(deal[side]);
	const parties = written.map((slug, i) => ({ slug, weight: stated ? partsPerMillion(stated[i] ?? 0) : 1 }));
	parties.sort((a, b) => (a.slug < b.slug ? -1 : 1));
	const whole = BigInt(stated ? 1_000_000 : Math.max(written.length, 1));
	const parts = parties.map(({ slug, weight }) => {
		const exact = BigInt(amount) * BigInt(weight);
		return { slug, usd: Number(exact / whole), lost: Number(exact % whole) };
	});
	const left = amount - parts.reduce((sum, { usd }) => sum + usd, 0);
	const byLoss = parts.map((_, i) => i).sort((a, b) => parts[b]!.lost - parts[a]!.lost || a - b);
	for (const i of byLoss.slice(0, left)) parts[i]!.usd += 1;
	return parts.map(({ slug, usd }) => [slug, usd]);
}

/**
 * The capital spending of the companies behind a reading over another figure of its rows: from the rows alone, and with the
 * spending taken from the table of all reported quarters.
 * @param parts what the other figure is divided by, for a mean
 */
export async function spendingOver({ table, rows }: Published, metric: string, parts = 1): Promise<Recomputed> {
	const capex = await table('/capex.csv');
	const below = total(rowsOfMeasure(rows, metric), 'amount_usd') / parts;
	const own = rowsOfMeasure(rows, 'payments_for_ppe');
	let spent = 0;
	for (const company of new Set(own.map((row) => row.key))) {
		const quarters = rowsOfMeasure(capex, 'payments_for_ppe').filter(
			(row) => row.company === company && row.standing === 'true'
		);
		quarters.sort((a, b) => ((a.period_end ?? '') < (b.period_end ?? '') ? -1 : 1));
		spent += total(quarters.slice(-4), 'amount_usd');
	}
	return { rows: quotient(total(own, 'amount_usd'), below), tables: quotient(spent, below) };
}

/** Squared shares of one side of the deals, in points, from the rows alone and from the deals. */
export async function concentrationOf({ table, rows }: Published, side: 'payers' | 'payees'): Promise<Recomputed> {
	const deals = await table('/deals.csv');
	const shares = await sharesIn(table);
	// Parties that nobody names are told by their rows having no points.
	const named = new Set(rows.filter((row) => row.kind === 'organisations' && row.points !== '').map((row) => row.key));
	const held = new Map<string, number>();
	for (const deal of deals) {
		for (const [party, part] of splitAmong(deal, side, numberIn(deal, 'contribution_usd'), shares))
			if (named.has(party)) held.set(party, (held.get(party) ?? 0) + part);
	}
	const all = total(deals, 'contribution_usd');
	const squares = [...held.values()].reduce((sum, amount) => sum + 10_000 * (amount / all) ** 2, 0);
	return {
		rows: total(rows, 'contribution_usd') > 0 ? total(rows, 'points') : null,
		tables: all > 0 ? squares : null
	};
}
