import { Chart } from './register';
import { tick } from 'svelte';
import { findHitArea, placeTooltip } from './hit-area';
import { onThemeChange, readDrawingStyle, readTheme } from './theme';
import type { Builder, ChartSource, ChartSpec, HitArea, Size, Theme } from './types';

/** What a canvas is drawn from, asked anew at each drawing. */
export interface CanvasInput<Input> {
	input: () => Input;
	/** Opens a stop in place and returns true; where it returns false, the stop's address is followed. */
	open: (key: string) => boolean;
}

/** How far from a hit area a pointer still means it, in CSS pixels: a finger is less exact than a mouse. */
const REACH = { touch: 14, other: 5 };

/** The font family of all text on a canvas. */
const WEB_FONT = 'Archivo Data';

/** True once the web font has loaded. */
const isWebFontLoaded = () => document.fonts.check(`500 13px '${WEB_FONT}'`);

/** Device pixels to a CSS pixel: paper has more than the screen that prints. */
const pixelRatio = () => (matchMedia('print').matches ? 3 : devicePixelRatio);

/**
 * Controller of one Chart.js canvas: draws and redraws when the input, the size of its box or the theme changes, and finds the
 * stops that pointer and arrow keys come to. Fetched together with the drawing library, when a chart is about to be seen.
 */
export class ChartCanvas<Input> {
	/** The stop in focus. */
	active = $state.raw<{ key: string; area: HitArea; byKeyboard: boolean } | null>(null);
	/** Announced to a screen reader: the text of the stop that the keys have come to. */
	announced = $state('');
	/** Where the tooltip stands in the box, in CSS pixels. */
	tooltip = $state.raw({ left: 0, top: 0 });

	#chart: Chart | undefined;
	#spec: ChartSpec | undefined;
	/** The next drawing, and what it was prepared from. */
	#prepared: { spec: ChartSpec; input: Input; size: Size; theme: Theme } | undefined;
	// Measured on a change and not at each drawing: asking makes the browser lay out the page synchronously.
	#size: Size = { width: 0, height: 0 };
	/** Read at the first drawing after a change. */
	#theme: Theme | undefined;
	/** Asked for at least once: a box that had no size then is drawn as soon as it has one. */
	#requested = false;
	/** The last drawing used the web font and not its fallback. */
	#hasWebFont = false;
	#isVisible = true;
	/** The input has changed while the canvas was off screen. */
	#isOutdated = false;
	readonly #destroyed = new AbortController();

	constructor(
		private readonly box: HTMLElement,
		private readonly canvas: HTMLCanvasElement,
		private readonly build: Builder<Input>,
		private readonly from: CanvasInput<Input>
	) {
		this.#measure();
		const { signal } = this.#destroyed;
		canvas.addEventListener('pointermove', (event) => this.#hover(event), { signal });
		canvas.addEventListener('pointerleave', () => !this.active?.byKeyboard && this.#leave(), { signal });
		canvas.addEventListener('click', (event) => this.#click(event), { signal });
		canvas.addEventListener('keydown', (event) => this.#press(event), { signal });
		canvas.addEventListener('blur', () => this.#leave(), { signal });
		// What stands beside the canvas asks for a stop with this event, and hears with `active` which one is shown.
		box.addEventListener(
			'light',
			({ detail }) => (detail === null ? this.#leave() : this.active?.key !== detail && this.focus(detail)),
			{ signal }
		);
		// Some browsers load fonts again when the medium changes, between screen and print.
		document.fonts.addEventListener(
			'loadingdone',
			() => this.#spec && !this.#hasWebFont && isWebFontLoaded() && this.draw(),
			{ signal }
		);
		const resized = new ResizeObserver(() => this.#resize());
		resized.observe(box);
		const stopThemeWatch = onThemeChange(() => {
			this.#theme = undefined;
			this.#hasWebFont = false;
			this.#measure();
			if (this.#requested) this.draw();
		});
		const intersected = new IntersectionObserver(
			(entries) => {
				this.#isVisible = entries.at(-1)!.isIntersecting;
				if (this.#isVisible && this.#isOutdated) this.draw();
			},
			{ rootMargin: '200px' }
		);
		intersected.observe(box);
		signal.addEventListener('abort', () => {
			resized.disconnect();
			intersected.disconnect();
			stopThemeWatch();
			this.#chart?.destroy();
		});
	}

	/** Removes all listeners and the chart. */
	destroy(): void {
		this.#destroyed.abort();
	}

	/** What it takes to draw the same chart elsewhere at another size. */
	exportSource(): ChartSource {
		const style = readDrawingStyle(this.box);
		return { ...style, Chart, build: (size) => this.build(this.from.input(), size, style.theme) };
	}

	/** Gives a stop the focus ring and the tooltip, as if the arrow keys had come to it. */
	focus(key: string): void {
		const area = this.#spec?.hitAreas().find((each) => each.keys.includes(key));
		if (area) this.#show(key, area, true);
	}

	/** Builds the first drawing without drawing it: both in one task would block the page for too long. */
	prepare(): void {
		const [input, size, theme] = [this.from.input(), this.#size, this.#readTheme()];
		if (size.width > 0) this.#prepared = { spec: this.build(input, size, theme), input, size, theme };
	}

	/** The prepared drawing where nothing has changed since, else a new one. */
	#specFor(size: Size): ChartSpec {
		const [input, theme, prepared] = [this.from.input(), this.#readTheme(), this.#prepared];
		this.#prepared = undefined;
		const isSame = prepared?.size.width === size.width && prepared.size.height === size.height;
		return isSame && prepared.input === input && prepared.theme === theme
			? prepared.spec
			: this.build(input, size, theme);
	}

	/** Redraws after a change of the input: at once where the canvas is visible, else when it becomes visible or is printed. */
	update(animate: boolean): void {
		this.#isOutdated = !this.#isVisible;
		if (this.#isVisible) this.draw(animate);
	}

	/** Draws the current input. `animate`: the lines move to their new place, so that the eye can follow them. */
	draw(animate = false): void {
		this.#requested = true;
		if (this.#size.width === 0) return;
		const size = this.#size;
		const spec = this.#specFor(size);
		this.#spec = spec;
		this.#hasWebFont ||= isWebFontLoaded();
		this.#isOutdated = false;
		const chart = this.#chart;
		if (!chart) {
			// The library draws at the size that the canvas has; setting it later would be a second drawing.
			this.canvas.width = size.width;
			this.canvas.height = size.height;
			this.#chart = new Chart(this.canvas, {
				type: 'line',
				data: spec.data,
				options: { ...spec.options, animation: false, devicePixelRatio: pixelRatio() },
				plugins: [this.#layers()]
			});
		} else {
			const isStill = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
			chart.data = spec.data;
			const animation = isStill ? (false as const) : { duration: 240, easing: 'easeOutCubic' as const };
			chart.options = { ...spec.options, animation, devicePixelRatio: pixelRatio() };
			const hasNewRatio = chart.currentDevicePixelRatio !== pixelRatio();
			const hasNewSize = chart.width !== size.width || chart.height !== size.height;
			// The library reads the pixel ratio in an update only.
			if (hasNewRatio || !hasNewSize) chart.update();
			if (hasNewRatio || hasNewSize) chart.resize(size.width, size.height);
		}
		if (this.active && !spec.stops.some((stop) => stop.key === this.active?.key)) this.#leave();
	}

	/** A plugin that draws what the current chart has below and above its datasets, and the focus ring. */
	#layers() {
		return {
			id: 'layers',
			beforeDatasetsDraw: (of: Chart) => this.#spec?.under?.(of),
			afterDatasetsDraw: (of: Chart) => {
				this.#spec?.over?.(of);
				if (!this.active) return;
				const { x, y, r, box } = this.active.area;
				of.ctx.save();
				of.ctx.beginPath();
				if (box) of.ctx.rect(box.x - 4, box.y - 4, box.width + 8, box.height + 8);
				else of.ctx.arc(x, y, r + 4, 0, 7);
				of.ctx.strokeStyle = this.#readTheme().ink;
				of.ctx.lineWidth = 2;
				of.ctx.stroke();
				of.ctx.restore();
			}
		};
	}

	#readTheme(): Theme {
		this.#theme ??= readTheme(this.box);
		return this.#theme;
	}

	#measure(): void {
		this.#size = { width: this.box.clientWidth, height: this.box.clientHeight };
	}

	#resize(): void {
		this.#measure();
		if (!this.#requested) return;
		if (this.#chart?.width !== this.#size.width || this.#chart.height !== this.#size.height) this.draw();
	}

	#show(key: string, area: HitArea, byKeyboard: boolean): void {
		const { active } = this;
		if (active?.key === key && active.byKeyboard === byKeyboard && active.area.x === area.x) return;
		this.active = { key, area, byKeyboard };
		this.#tellActive();
		this.#chart?.draw();
		void tick().then(() => {
			const tooltip = this.box.querySelector<HTMLElement>('.tip');
			if (!tooltip) return;
			this.tooltip = placeTooltip(area, { width: tooltip.offsetWidth, height: tooltip.offsetHeight }, this.#size);
		});
	}

	#leave(): void {
		if (!this.active) return;
		this.active = null;
		this.#tellActive();
		this.#chart?.draw();
	}

	#tellActive(): void {
		this.box.dispatchEvent(new CustomEvent('active', { detail: this.active?.key ?? null, bubbles: true }));
	}

	#find(event: PointerEvent | MouseEvent): { key: string; area: HitArea } | undefined {
		if (!this.#spec) return undefined;
		const { left, top } = this.canvas.getBoundingClientRect();
		const reach = 'pointerType' in event && event.pointerType === 'touch' ? REACH.touch : REACH.other;
		const area = findHitArea(this.#spec.hitAreas(), event.clientX - left, event.clientY - top, reach);
		return area && { key: area.keys[0]!, area };
	}

	#hover(event: PointerEvent): void {
		const found = this.#find(event);
		if (found) this.#show(found.key, found.area, false);
		else if (!this.active?.byKeyboard) this.#leave();
		this.canvas.style.cursor = found ? 'pointer' : '';
	}

	#open(key: string): void {
		if (this.from.open(key)) return;
		const href = this.#spec?.stops.find((stop) => stop.key === key)?.href;
		if (href) location.assign(href);
	}

	#click(event: MouseEvent): void {
		const found = this.#find(event);
		if (!found) return this.#leave();
		// Touch has no hover: the first tap shows the tooltip, the second opens.
		if (event instanceof PointerEvent && event.pointerType === 'touch' && this.active?.key !== found.key)
			return this.#show(found.key, found.area, false);
		this.#open(found.key);
	}

	#press(event: KeyboardEvent): void {
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
		this.announced = stop.text;
		this.focus(stop.key);
	}
}
