import { compareText } from '../book';
import { ASSUMPTIONS, COMMON_CHANCE, type Prospect } from './assumptions';
import { randomOf } from './random';
import type { NewContracts, ScenarioDeal, ScenarioInput } from './simulate';
import { triangular } from './triangular';

/** One run after another, each written over the last. */
export class Runs {
	/** Dollars that a run adds at each step. */
	readonly sums: Float64Array;
	/** Dollars that it adds in the target's window. */
	inWindow = 0;
	/** The first step that ends after `as_of`. */
	readonly firstOpen: number;
	/** Steps of the innermost loops, for each run. */
	readonly workPerRun: number;
	readonly #input: ScenarioInput;
	readonly #deals: (ScenarioDeal & { prospect: Prospect; draw: () => number })[];
	readonly #common: () => number;
	readonly #months: (() => number)[];
	readonly #commonChance: number;
	/** The part of a run's shape that is ramp: 0 to 1. */
	#ramp = 0;

	constructor(input: ScenarioInput) {
		const { seed, due, places, newContracts, assumptions = ASSUMPTIONS, commonChance = COMMON_CHANCE } = input;
		const drawer = (name: string) => {
			const random = randomOf(seed, name);
			return () => random.uniform();
		};
		this.#input = input;
		this.#commonChance = commonChance;
		this.#common = drawer('');
		this.#months = (newContracts?.monthEnds ?? []).map((_, month) => drawer(`month ${month + 1}`));
		const deals = input.deals.toSorted((a, b) => compareText(a.slug, b.slug));
		this.#deals = deals.map((deal) => ({
			...deal,
			prospect: assumptions[deal.firmness],
			draw: drawer(deal.slug)
		}));
		this.sums = new Float64Array(due.length);
		const open = due.findIndex((_, step) => places[0]![step]! > 0);
		this.firstOpen = open < 0 ? due.length : open;
		this.workPerRun = (deals.length + this.#months.length) * (due.length - this.firstOpen + 8);
	}

	/** A run of the contracts that stand. */
	drawContracts(): void {
		const { places, due, target } = this.#input;
		const steps = due.length;
		this.sums.fill(0);
		this.inWindow = 0;
		const [tide, calm, ramp] = [this.#common(), this.#common(), this.#common()];
		this.#ramp = ramp;
		const flat = 1 - ramp;
		for (const deal of this.#deals) {
			const { draw, prospect, begun, even, ramp: steep } = deal;
			const joins = draw() < this.#commonChance;
			const [luck, patience] = [draw(), draw()];
			const share = triangular(prospect.share, joins ? tide : luck);
			const late = begun ? 0 : Math.floor(triangular(prospect.delay, joins ? calm : patience) + 0.5);
			const at = places[late]!;
			const dollars = share * deal.left;
			for (let step = this.firstOpen; step < steps; step += 1) {
				const place = at[step]!;
				this.sums[step]! += dollars * (flat * even[place]! + ramp * steep[place]!);
			}
			if (!target) continue;
			const [before, end] = [at[steps]!, at[steps + 1]!];
			const opening = flat * even[before]! + ramp * steep[before]!;
			this.inWindow += share * deal.leftInScope * (flat * even[end]! + ramp * steep[end]! - opening);
		}
	}

	/** The new contracts of the same run, added to it. */
	addNew({ additions, additionsInScope, monthEnds, termDays, days }: NewContracts): void {
		const steps = this.sums.length;
		const ramp = this.#ramp;
		const flat = 1 - ramp;
		for (const [month, draw] of this.#months.entries()) {
			const place = Math.floor(draw() * additions.length);
			const signed = monthEnds[month]!;
			const due = (day: number) => {
				const elapsed = day <= signed ? 0 : day - signed >= termDays ? 1 : (day - signed) / termDays;
				return flat * elapsed + ramp * (elapsed * elapsed);
			};
			const dollars = additions[place]!;
			if (dollars > 0) {
				for (let step = this.firstOpen; step < steps; step += 1) this.sums[step]! += dollars * due(days[step]!);
			}
			if (days.length > steps) this.inWindow += additionsInScope[place]! * (due(days[steps + 1]!) - due(days[steps]!));
		}
	}

	/** What is left of all deals that is due at a place if nothing is late or cut. */
	inFull(place: number): number {
		return this.#deals.reduce((sum, deal) => sum + deal.left * deal[this.#input.shape][place]!, 0);
	}

	/** The same under the scope of the target. */
	inFullInScope(place: number): number {
		return this.#deals.reduce((sum, deal) => sum + deal.leftInScope * deal[this.#input.shape][place]!, 0);
	}
}
