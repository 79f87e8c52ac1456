/**
 * Computes every reading again from the CSV files that the site publishes, and from nothing else: no code of the application,
 * no JSON, no database. Each reading is computed from the rows that its own page prints and, where another table holds the same
 * facts, from that table too.
 *
 *     node tests/reproduce/indicators.mjs http://localhost:3000 2026-06-30
 *
 * prints one line a reading and ends with 1 where one of them differs from what is published.
 */
import { parse } from 'csv-parse/sync';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, string>} Cells */
/** @typedef {{ slug: string, published: number | null, ways: Record<string, number | null> }} Reproduced */

/** @param {Cells} row @param {string} name */
const number = (row, name) => (row[name] === '' || row[name] === undefined ? 0 : Number(row[name]));
/** @param {Cells[]} rows @param {string} name */
const total = (rows, name) => rows.reduce((sum, row) => sum + number(row, name), 0);
/** @param {string | undefined} cell */
const list = (cell) => (cell ? cell.split('; ') : []);
/** @param {number} above @param {number} below */
const over = (above, below) => (below > 0 ? above / below : null);
/** @param {number} part @param {number} all */
const rest = (part, all) => (all > 0 ? 1 - part / all : null);
/** @param {Cells[]} rows */
const points = (rows) => (total(rows, 'contribution_usd') > 0 ? total(rows, 'points') : null);
/** @param {Cells[]} rows @param {string} measure */
const measured = (rows, measure) => rows.filter((row) => row.measure === measure);

/**
 * Whole dollars in equal parts, the first ones a dollar larger where they do not divide.
 * @param {number} amount @param {number} parts
 */
function split(amount, parts) {
	const least = Math.floor(amount / parts);
	return Array.from({ length: parts }, (_, i) => least + (i < amount - least * parts ? 1 : 0));
}

/**
 * Squared shares of a side of the deals, in points. Parties that nobody names are told by their rows having no points.
 * @param {Cells[]} deals @param {string} side @param {Cells[]} rows
 */
function herfindahl(deals, side, rows) {
	const named = new Set(rows.filter((row) => row.kind === 'organisations' && row.points !== '').map((row) => row.key));
	/** @type {Map<string, number>} */
	const held = new Map();
	for (const deal of deals) {
		const parties = list(deal[side]).sort();
		for (const [i, part] of split(number(deal, 'contribution_usd'), Math.max(parties.length, 1)).entries())
			if (parties[i] && named.has(parties[i])) held.set(parties[i], (held.get(parties[i]) ?? 0) + part);
	}
	const all = total(deals, 'contribution_usd');
	if (all <= 0) return null;
	return [...held.values()].reduce((sum, amount) => sum + 10_000 * (amount / all) ** 2, 0);
}

/**
 * The most dollars that can run in circles: circles with room left are filled one after another, a dollar going on counting
 * one and a dollar taken back counting minus one, until none gains (the method of Klein).
 * @param {{ from: string, to: string, amount: number }[]} edges
 */
function circulation(edges) {
	const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
	const place = new Map(nodes.map((node, i) => [node, i]));
	const arcs = edges.flatMap(({ from, to, amount }) => [
		{ from: place.get(from) ?? 0, to: place.get(to) ?? 0, room: amount, gain: 1 },
		{ from: place.get(to) ?? 0, to: place.get(from) ?? 0, room: 0, gain: -1 }
	]);
	/** @param {number} i */
	const arc = (i) => /** @type {{ from: number, to: number, room: number, gain: number }} */ (arcs[i]);
	if (edges.length === 0) return 0;
	let circulating = 0;
	for (;;) {
		const best = new Array(nodes.length).fill(0);
		const via = new Array(nodes.length).fill(-1);
		let last = -1;
		for (let round = 0; round < nodes.length; round++) {
			last = -1;
			for (const [i, { from, to, room, gain }] of arcs.entries()) {
				if (room <= 0 || best[from] + gain <= best[to]) continue;
				best[to] = best[from] + gain;
				via[to] = i;
				last = to;
			}
			if (last < 0) return circulating;
		}
		for (let i = 0; i < nodes.length; i++) last = arc(via[last]).from;
		const circle = [];
		for (let at = last; circle.length === 0 || at !== last; at = arc(via[at]).from) circle.push(via[at]);
		const room = Math.min(...circle.map((i) => arc(i).room));
		for (const i of circle) {
			arc(i).room -= room;
			arc(i ^ 1).room += room;
			circulating += room * arc(i).gain;
		}
	}
}

/** @param {Cells[]} deals @param {Set<string>} unnamed */
function circularity(deals, unnamed) {
	const edges = [];
	let all = 0;
	for (const deal of deals) {
		const [payers, payees] = [list(deal.payers).sort(), list(deal.payees).sort()];
		if (payers.length === 0 || payees.length === 0) continue;
		for (const [i, part] of split(number(deal, 'contribution_usd'), payers.length).entries())
			for (const [j, amount] of split(part, payees.length).entries()) {
				const [from, to] = [payers[i] ?? '', payees[j] ?? ''];
				if (from === to) continue;
				all += amount;
				if (!unnamed.has(from) && !unnamed.has(to)) edges.push({ from, to, amount });
			}
	}
	return over(circulation(edges), all);
}

/** @param {Cells[]} rows @param {Map<string, Cells>} byDeal */
function commitments(rows, byDeal) {
	const labs = rows.filter((row) => row.kind !== 'deals');
	const due = new Map(labs.map((row) => [row.key, 0]));
	for (const row of rows.filter((each) => each.kind === 'deals')) {
		const payers = list(byDeal.get(row.key ?? '')?.payers);
		for (const payer of payers)
			if (due.has(payer)) due.set(payer, (due.get(payer) ?? 0) + number(row, 'due_usd') / payers.length);
	}
	const ratios = labs.flatMap((row) => over(due.get(row.key) ?? 0, number(row, 'revenue_usd')) ?? []);
	return ratios.length === 0 || total(rows, 'due_usd') === 0 ? null : Math.max(...ratios);
}

/**
 * The latest four quarters of the companies of a reading, from the table of all reported quarters.
 * @param {Cells[]} capex @param {Cells[]} rows
 */
function spending(capex, rows) {
	const companies = new Set(measured(rows, 'payments_for_ppe').map((row) => row.key));
	let sum = 0;
	for (const company of companies) {
		const own = measured(capex, 'payments_for_ppe').filter((row) => row.company === company && row.standing === 'true');
		own.sort((a, b) => ((a.period_end ?? '') < (b.period_end ?? '') ? -1 : 1));
		sum += total(own.slice(-4), 'amount_usd');
	}
	return sum;
}

/**
 * Every reading of a site on a day, as published and computed again.
 * @param {string} site @param {string} day
 * @returns {Promise<Reproduced[]>}
 */
export async function reproduce(site, day) {
	/** @param {string} address @returns {Promise<Cells[]>} */
	async function table(address) {
		const response = await fetch(`${site}${address}${address.includes('?') ? '&' : '?'}as_of=${day}&raw=1`).catch(
			() => {
				throw new Error(`${site} does not answer. Is it running?`);
			}
		);
		if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
		return parse(await response.text(), { columns: true });
	}
	const published = await table('/indicators.csv');
	const rows = new Map(
		await Promise.all(
			published.map(async ({ slug = '' }) => /** @type {const} */ ([slug, await table(`/indicators/${slug}/rows.csv`)]))
		)
	);
	/** @param {string} slug */
	const of = (slug) => rows.get(slug) ?? [];
	const deals = await table('/deals.csv');
	const all = await table('/deals.csv?layers=demand,infrastructure,components,funding');
	const funding = await table('/deals.csv?layers=funding');
	const capex = await table('/capex.csv');
	const byDeal = new Map(all.map((row) => [row.slug ?? '', row]));
	// Whoever stands in for others in one table does so in all.
	const organisations = await table('/organisations.csv');
	const unnamed = new Set(organisations.filter((row) => row.stand_in === 'true').map((row) => row.slug ?? ''));
	// A projection is over with its window: what is spent later is none of its business.
	const window = (await table('/projections.csv')).find((row) => row.featured === 'true')?.window_end || day;
	const until = window < day ? window : day;
	const spent = (await table(`/spend.csv?from=${until}&to=${until}`)).at(-1) ?? {};
	const index = (await table(`/wtf.csv?from=${day}&to=${day}`)).at(-1) ?? {};
	const signed = total(await table('/deals.csv?firmness=definitive'), 'contribution_usd');
	const talked = total(await table('/deals.csv?firmness=rumoured'), 'contribution_usd');
	const since = new Date(Date.parse(day) - 364 * 86_400_000).toISOString().slice(0, 10);
	const fresh = funding.filter((row) => (row.first_event ?? '') >= since);
	/** @param {string} kind */
	const raised = (kind) =>
		total(
			fresh.filter((row) => row.kind === kind),
			'contribution_usd'
		);
	/** @param {string} slug @param {string} metric @param {number} [parts] */
	const strain = (slug, metric, parts = 1) => {
		const below = total(measured(of(slug), metric), 'amount_usd') / parts;
		return {
			rows: over(total(measured(of(slug), 'payments_for_ppe'), 'amount_usd'), below),
			tables: over(spending(capex, of(slug)), below)
		};
	};
	const heard = of('mood').map((row) => [number(row, 'contribution_usd'), number(row, 'idiocracy')]);
	/** @type {Record<string, Record<string, number | null>>} */
	const ways = {
		'firmness-gap': {
			rows: rest(total(of('firmness-gap'), 'definitive_usd'), total(of('firmness-gap'), 'rumoured_usd')),
			tables: rest(signed, talked)
		},
		circularity: { tables: circularity(all, unnamed) },
		'concentration-payers': {
			rows: points(of('concentration-payers')),
			tables: herfindahl(deals, 'payers', of('concentration-payers'))
		},
		'concentration-payees': {
			rows: points(of('concentration-payees')),
			tables: herfindahl(deals, 'payees', of('concentration-payees'))
		},
		'commitment-cover': { rows: commitments(of('commitment-cover'), byDeal) },
		'capex-strain': strain('capex-strain', 'operating_cash_flow'),
		'economic-strain': strain('economic-strain', 'gdp_nominal_saar', 4),
		'industry-strain': strain('industry-strain', 'revenue_run_rate'),
		'debt-share': {
			rows: over(
				total(of('debt-share'), 'debt_usd'),
				total(of('debt-share'), 'debt_usd') + total(of('debt-share'), 'equity_usd')
			),
			tables: over(raised('debt_financing'), raised('debt_financing') + raised('equity_investment'))
		},
		pace: {
			rows: over(total(of('pace'), 'in_window_usd'), number(spent, 'path_usd')),
			tables: over(number(spent, 'in_window_usd'), number(spent, 'path_usd'))
		},
		mood: {
			rows: over(
				heard.reduce((sum, [weight = 0, score = 0]) => sum + weight * score, 0),
				heard.reduce((sum, [weight = 0]) => sum + weight, 0)
			),
			tables: index.idiocracy ? Number(index.idiocracy) : null
		}
	};
	return published.map(({ slug = '', value }) => ({
		slug,
		published: value ? Number(value) : null,
		ways: ways[slug] ?? {}
	}));
}

/**
 * True where a number computed again is the published one. Rows hold whole dollars, so they agree to about nine digits.
 * @param {number | null} published @param {number | null | undefined} again
 */
export function agrees(published, again) {
	if (published === null || again === null || again === undefined) return published === (again ?? null);
	return Math.abs(again - published) <= 1e-8 * Math.max(1, Math.abs(published));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [, , site, day] = process.argv;
	if (!site || !day) {
		process.stderr.write(
			'Name a site and a day: node tests/reproduce/indicators.mjs http://localhost:3000 2026-06-30\n'
		);
		process.exitCode = 2;
	} else {
		const readings = await reproduce(site, day).catch((error) => {
			process.stderr.write(`${error.message}\n`);
			process.exit(2);
		});
		for (const { slug, published, ways } of readings) {
			const same = Object.values(ways).length > 0 && Object.values(ways).every((again) => agrees(published, again));
			const found = Object.entries(ways).map(([way, again]) => `from ${way} ${again}`);
			process.stdout.write(`${same ? 'same  ' : 'DIFFERS'} ${slug}: published ${published}, ${found.join(', ')}\n`);
			if (!same) process.exitCode = 1;
		}
	}
}
