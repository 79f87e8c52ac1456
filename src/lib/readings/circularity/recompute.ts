import { numberIn, quotient, sharesIn, splitAmong, type Recompute } from '../published.ts';

interface Arc {
	from: number;
	to: number;
	room: number;
	gain: number;
}

/**
 * The most dollars that can run in circles: circles with room left are filled one after another, a dollar going on counting
 * one and a dollar taken back counting minus one, until none gains (the method of Klein).
 */
function circulation(edges: { from: string; to: string; amount: number }[]): number {
	const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
	const place = new Map(nodes.map((node, i) => [node, i]));
	const arcs: Arc[] = edges.flatMap(({ from, to, amount }) => [
		{ from: place.get(from) ?? 0, to: place.get(to) ?? 0, room: amount, gain: 1 },
		{ from: place.get(to) ?? 0, to: place.get(from) ?? 0, room: 0, gain: -1 }
	]);
	const arc = (i: number | undefined): Arc => arcs[i ?? -1]!;
	if (edges.length === 0) return 0;
	let circulating = 0;
	for (;;) {
		const best = new Array<number>(nodes.length).fill(0);
		const via = new Array<number>(nodes.length).fill(-1);
		let last = -1;
		for (let round = 0; round < nodes.length; round++) {
			last = -1;
			for (const [i, { from, to, room, gain }] of arcs.entries()) {
				if (room <= 0 || best[from]! + gain <= best[to]!) continue;
				best[to] = best[from]! + gain;
				via[to] = i;
				last = to;
			}
			if (last < 0) return circulating;
		}
		for (let i = 0; i < nodes.length; i++) last = arc(via[last]).from;
		const circle: number[] = [];
		for (let at = last; circle.length === 0 || at !== last; at = arc(via[at]).from) circle.push(via[at]!);
		const room = Math.min(...circle.map((i) => arc(i).room));
		for (const i of circle) {
			arc(i).room -= room;
			arc(i ^ 1).room += room;
			circulating += room * arc(i).gain;
		}
	}
}

export const recompute: Recompute = async ({ table }) => {
	const deals = await table('/deals.csv?layers=demand,infrastructure,components,funding');
	// Whoever stands in for others in one table does so in all.
	const organisations = await table('/organisations.csv');
	const unnamed = new Set(organisations.filter((row) => row.stand_in === 'true').map((row) => row.slug));
	const shares = await sharesIn(table);
	const edges = [];
	let all = 0;
	for (const deal of deals) {
		for (const [from, part] of splitAmong(deal, 'payers', numberIn(deal, 'contribution_usd'), shares))
			for (const [to, amount] of splitAmong(deal, 'payees', part, shares)) {
				if (from === to) continue;
				all += amount;
				if (!unnamed.has(from) && !unnamed.has(to)) edges.push({ from, to, amount });
			}
	}
	return { tables: quotient(circulation(edges), all) };
};
