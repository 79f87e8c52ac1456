import { Chart } from './register';
import { tick } from 'svelte';
import { onThemeChange, readInks, readTheme } from './theme';
import type { Source } from '../export/context';
import type { Builder, ChartSpec, Size, Spot, Theme } from './types';

/** What a canvas is drawn from, asked anew at each drawing. */
export interface Subject<Input> {
	input: () => Input;
	/** Opens a stop in place and returns true; where it returns false, the stop's address is followed. */
	open: (key: string) => boolean;
}

/** The family of all that is written on a canvas. */
const LETTERS = 'Archivo Data';

/** The letters are there to be drawn with. */
const hasLetters = () => document.fonts.check(`500 13px '${LETTERS}'`);

/** Dots to a CSS pixel: on paper there are more than on the screen that prints. */
const dots = () => (matchMedia('print').matches ? 3 : devicePixelRatio);

/** How far a place is outside of a spot; negative within a round one. */
function distance({ x, y, r, box }: Spot, toX: number, toY: number): number {
	if (!box) return Math.hypot(x - toX, y - toY) - r;
	const beyond = (at: number, from: number, size: number) => Math.max(from - at, 0, at - from - size);
	return Math.hypot(beyond(toX, box.x, box.width), beyond(toY, box.y, box.height));
}

/**
 * What stands on a canvas: one chart, updated when its input, its box or the colours change, with stops that the pointer and the
 * arrow keys walk. Fetched with the drawing library, when a chart is wanted.
 */
export class Easel<Input> {
	/** The stop in focus. */
	active = $state.raw<{ key: string; spot: Spot; byKeyboard: boolean } | null>(null);
	/** What is said of a stop that the keys came to. */
	spoken = $state('');
	/** Where its bubble stands in the box, in CSS pixels. */
	place = $state.raw({ left: 0, top: 0 });

	#chart: Chart | undefined;
	#spec: ChartSpec | undefined;
	/** Worked out and not drawn yet, and from what. */
	#planned: { spec: ChartSpec; input: Input; room: Size; theme: Theme } | undefined;
	// Measured when they change, not at each drawing: asking makes the browser lay out the page there and then.
	#room: Size = { width: 0, height: 0 };
	#colours: Theme | undefined;
	/** It was to be drawn: where there was no room for it, it is drawn as soon as there is. */
	#wanted = false;
	/** Drawn with its own letters, not with those that stand in for them. */
	#lettered = false;
	#inSight = true;
	/** Its input has changed while nobody saw it. */
	#stale = false;
	readonly #off = new AbortController();

	constructor(
		private readonly box: HTMLElement,
		private readonly canvas: HTMLCanvasElement,
		private readonly build: Builder<Input>,
		private readonly subject: Subject<Input>
	) {
		this.#measure();
		const { signal } = this.#off;
		canvas.addEventListener('pointermove', (event) => this.#hover(event), { signal });
		canvas.addEventListener('pointerleave', () => !this.active?.byKeyboard && this.#leave(), { signal });
		canvas.addEventListener('click', (event) => this.#click(event), { signal });
		canvas.addEventListener('keydown', (event) => this.#step(event), { signal });
		canvas.addEventListener('blur', () => this.#leave(), { signal });
		// A switch of media makes some browsers fetch the letters anew.
		document.fonts.addEventListener('loadingdone', () => this.#spec && !this.#lettered && hasLetters() && this.draw(), {
			signal
		});
		const sized = new ResizeObserver(() => this.#fit());
		sized.observe(box);
		const stop = onThemeChange(() => {
			this.#colours = undefined;
			this.#lettered = false;
			this.#measure();
			if (this.#wanted) this.draw();
		});
		const seen = new IntersectionObserver(
			(entries) => {
				this.#inSight = entries.at(-1)!.isIntersecting;
				if (this.#inSight && this.#stale) this.draw();
			},
			{ rootMargin: '200px' }
		);
		seen.observe(box);
		signal.addEventListener('abort', () => {
			sized.disconnect();
			seen.disconnect();
			stop();
			this.#chart?.destroy();
		});
	}

	/** Takes the chart down. */
	destroy(): void {
		this.#off.abort();
	}

	/** All that it takes to draw the same chart again elsewhere. */
	source(): Source {
		const inks = readInks(this.box);
		return { ...inks, Chart, build: (size) => this.build(this.subject.input(), size, inks.theme) };
	}

	/** Puts the ring and the bubble at a stop, as if the keys had come to it. */
	focus(key: string): void {
		const spot = this.#spec?.spots().find((each) => each.keys.includes(key));
		if (spot) this.#show(key, spot, true);
	}

	/** Works out the first drawing, apart from drawing it: both in one would be felt. */
	plan(): void {
		const [input, room, theme] = [this.subject.input(), this.#room, this.#theme()];
		if (room.width > 0) this.#planned = { spec: this.build(input, room, theme), input, room, theme };
	}

	/** What was planned, where nothing has changed since; else worked out anew. */
	#specFor(size: Size): ChartSpec {
		const [input, theme, planned] = [this.subject.input(), this.#theme(), this.#planned];
		this.#planned = undefined;
		const same = planned?.room.width === size.width && planned.room.height === size.height;
		return same && planned.input === input && planned.theme === theme ? planned.spec : this.build(input, size, theme);
	}

	/** Its input has changed: what is in sight is drawn at once, the rest when it comes into sight or onto paper. */
	follow(moving: boolean): void {
		this.#stale = !this.#inSight;
		if (this.#inSight) this.draw(moving);
	}

	/** Draws what is to be shown. `moving`: the lines travel to their new place, so that the eye can follow them. */
	draw(moving = false): void {
		this.#wanted = true;
		if (this.#room.width === 0) return;
		const size = this.#room;
		const spec = this.#specFor(size);
		this.#spec = spec;
		this.#lettered ||= hasLetters();
		this.#stale = false;
		const chart = this.#chart;
		if (!chart) {
			// Found by the library as the size to draw at: one that comes later is a second drawing.
			this.canvas.width = size.width;
			this.canvas.height = size.height;
			this.#chart = new Chart(this.canvas, {
				type: 'line',
				data: spec.data,
				options: { ...spec.options, animation: false, devicePixelRatio: dots() },
				plugins: [this.#layers()]
			});
		} else {
			const still = !moving || matchMedia('(prefers-reduced-motion: reduce)').matches;
			chart.data = spec.data;
			const animation = still ? (false as const) : { duration: 240, easing: 'easeOutCubic' as const };
			chart.options = { ...spec.options, animation, devicePixelRatio: dots() };
			const finer = chart.currentDevicePixelRatio !== dots();
			const sized = chart.width !== size.width || chart.height !== size.height;
			// How many dots it takes, the library knows only from an update.
			if (finer || !sized) chart.update();
			if (finer || sized) chart.resize(size.width, size.height);
		}
		if (this.active && !spec.stops.some((stop) => stop.key === this.active?.key)) this.#leave();
	}

	/** Draws around the series for whatever the chart shows at the moment, and the ring round the stop in focus. */
	#layers() {
		return {
			id: 'layers',
			beforeDatasetsDraw: (of: Chart) => this.#spec?.under?.(of),
			afterDatasetsDraw: (of: Chart) => {
				this.#spec?.over?.(of);
				if (!this.active) return;
				const { x, y, r, box } = this.active.spot;
				of.ctx.save();
				of.ctx.beginPath();
				if (box) of.ctx.rect(box.x - 4, box.y - 4, box.width + 8, box.height + 8);
				else of.ctx.arc(x, y, r + 4, 0, 7);
				of.ctx.strokeStyle = this.#theme().ink;
				of.ctx.lineWidth = 2;
				of.ctx.stroke();
				of.ctx.restore();
			}
		};
	}

	#theme(): Theme {
		this.#colours ??= readTheme(this.box);
		return this.#colours;
	}

	#measure(): void {
		this.#room = { width: this.box.clientWidth, height: this.box.clientHeight };
	}

	#fit(): void {
		this.#measure();
		if (!this.#wanted) return;
		if (this.#chart?.width !== this.#room.width || this.#chart.height !== this.#room.height) this.draw();
	}

	#show(key: string, spot: Spot, byKeyboard: boolean): void {
		const { active } = this;
		if (active?.key === key && active.byKeyboard === byKeyboard && active.spot.x === spot.x) return;
		this.active = { key, spot, byKeyboard };
		this.#chart?.draw();
		void tick().then(() => {
			const bubble = this.box.querySelector<HTMLElement>('.tip');
			if (!bubble) return;
			this.place = placeBubble(spot, { width: bubble.offsetWidth, height: bubble.offsetHeight }, this.#room);
		});
	}

	#leave(): void {
		if (!this.active) return;
		this.active = null;
		this.#chart?.draw();
	}

	#at(event: PointerEvent | MouseEvent): { key: string; spot: Spot } | undefined {
		if (!this.#spec) return undefined;
		const { left, top } = this.canvas.getBoundingClientRect();
		const reach = 'pointerType' in event && event.pointerType === 'touch' ? 14 : 5;
		let best: { key: string; spot: Spot } | undefined;
		let least = Infinity;
		for (const spot of this.#spec.spots()) {
			const away = distance(spot, event.clientX - left, event.clientY - top);
			if (away > reach || away >= least) continue;
			least = away;
			best = { key: spot.keys[0]!, spot };
		}
		return best;
	}

	#hover(event: PointerEvent): void {
		const hit = this.#at(event);
		if (hit) this.#show(hit.key, hit.spot, false);
		else if (!this.active?.byKeyboard) this.#leave();
		this.canvas.style.cursor = hit ? 'pointer' : '';
	}

	#open(key: string): void {
		if (this.subject.open(key)) return;
		const href = this.#spec?.stops.find((stop) => stop.key === key)?.href;
		if (href) location.assign(href);
	}

	#click(event: MouseEvent): void {
		const hit = this.#at(event);
		if (!hit) return this.#leave();
		// A finger has no hover: the first tap tells, the second opens.
		if (event instanceof PointerEvent && event.pointerType === 'touch' && this.active?.key !== hit.key)
			return this.#show(hit.key, hit.spot, false);
		this.#open(hit.key);
	}

	#step(event: KeyboardEvent): void {
		const stops = this.#spec?.stops ?? [];
		if (event.key === 'Escape') return this.#leave();
		if (event.key === 'Enter' && this.active) {
			event.preventDefault();
			return this.#open(this.active.key);
		}
		const from = stops.findIndex((stop) => stop.key === this.active?.key);
		const to = {
			ArrowRight: from + 1,
			ArrowLeft: from < 0 ? stops.length - 1 : from - 1,
			Home: 0,
			End: stops.length - 1
		}[event.key];
		if (to === undefined || stops.length === 0) return;
		event.preventDefault();
		const stop = stops[Math.max(0, Math.min(to, stops.length - 1))]!;
		this.spoken = stop.text;
		this.focus(stop.key);
	}
}

/** To the right of its mark, or to the left where the frame ends; where neither has room, above it or else under it. */
function placeBubble({ x, y, r }: Spot, { width, height }: Size, room: Size): { left: number; top: number } {
	const off = r + 14;
	const inside = (at: number, size: number, whole: number) => Math.max(0, Math.min(at, whole - size));
	const beside = x + off + width <= room.width ? x + off : x - off - width;
	if (beside >= 0) return { left: beside, top: inside(y - height / 3, height, room.height) };
	const top = y - off - height >= 0 ? y - off - height : y + off;
	return { left: inside(x - width / 2, width, room.width), top: inside(top, height, room.height) };
}
