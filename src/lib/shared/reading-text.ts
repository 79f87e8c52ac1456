import type { DialLine } from './board';
import type { Definition, IndicatorLine } from './reading-lines';
import type { DialPlan, Threshold } from '$lib/charts/kinds/paint-dials';
import type { PastReading } from '$lib/readings';
import type { Colour, Status } from '$lib/readings/reading';
import { colourOf, hasColour } from '$lib/readings/colour';
import { isPercent } from '$lib/readings/units';
import { count, day } from '$lib/ui/format';

/** What a status is called on a screen. Colours of the definitions appear as these: amber belongs to the WTF Index. */
export const STATUS_WORDS: Record<Status, string> = {
	red: 'Past alert',
	amber: 'Past watch',
	green: 'Calm',
	disputed: 'Disputed',
	stale: 'Stale',
	unknown: 'Unknown'
};

const NUMBERS = [
	'none',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];

/** A small number in words, a larger one in digits. */
export function spellNumber(n: number): string {
	return NUMBERS[n] ?? count(n);
}

export type Scaled = Pick<Definition, 'unit' | 'green' | 'amber'>;

/** The values at which the colour of a reading changes, ascending, each once. */
export function boundsOf({ green, amber }: Scaled): number[] {
	const all = [green.min, green.max, amber.min, amber.max].filter((bound) => bound !== undefined);
	return [...new Set(all)].sort((a, b) => a - b);
}

function scaledText(value: number, { unit }: Scaled, digits: number): string {
	const text = count(isPercent(unit) ? value * 100 : value, digits);
	return (digits > 0 ? text.replace(/\.?0+$/, '') : text) + (isPercent(unit) ? '%' : '');
}

function digitsOf(value: number, scale: Scaled): number {
	return Math.abs(isPercent(scale.unit) ? value * 100 : value) < 9.95 ? 1 : 0;
}

/** A bound as it was drawn. */
export function boundText(bound: number, scale: Scaled): string {
	return scaledText(bound, scale, 2);
}

/** A reading in its own unit: `38%`, `5.1`, `4,397`. Near a bound it has the decimals that tell the two apart. */
export function readingText(value: number | null, scale: Scaled): string {
	if (value === null) return 'n/a';
	const bounds = boundsOf(scale).filter((bound) => bound !== value);
	let text = '';
	for (let digits = digitsOf(value, scale); digits <= 4; digits++) {
		text = scaledText(value, scale, digits);
		if (!bounds.some((bound) => boundText(bound, scale) === text)) break;
	}
	return text;
}

/** What a scale says where it has no needle. */
export function noNeedleText({
	status,
	history = []
}: Pick<DialLine, 'status'> & Partial<Pick<IndicatorLine, 'history'>>): string {
	if (status === 'disputed') return 'Two yardsticks disagree';
	const last = lastColoured(history);
	return last ? `No reading since ${day(last.date)}` : 'No reading yet';
}

/** The watch and alert lines of a scale. */
export function thresholds(scale: Scaled): Threshold[] {
	const bounds = boundsOf(scale);
	return bounds.flatMap((value, i): Threshold[] => {
		const low = (value + (bounds[i - 1] ?? value - 1)) / 2;
		const sides: Colour[] = [colourOf(scale, low), colourOf(scale, value)];
		if (sides[0] === sides[1]) return [];
		const kind = sides.includes('red') ? 'alert' : 'watch';
		return [{ value, kind, text: `${kind} ${boundText(value, scale)}` }];
	});
}

/** Round ends of a scale, times a power of ten. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)));
	return ROUND.map((step) => step * power).find((end) => end >= value * (1 - 1e-9)) ?? 10 * power;
}

/** Lines closer than this part of the width turn their labels away from each other. */
const CLOSE = 20;

/** The scale of a reading: from 0 to a round number past its bounds and what it has to show. */
export function dialPlan(line: Pick<DialLine, 'value' | 'status' | 'year_ago'> & Scaled): DialPlan {
	const bounds = boundsOf(line);
	const highest = bounds.at(-1) ?? 1;
	const shown = hasColour(line.status) ? line.value : null;
	const past = hasColour(line.year_ago.status) ? line.year_ago.value : null;
	const needed = Math.max(highest * 1.2, (shown ?? 0) * 1.08);
	const max = roundUp(past !== null && past <= needed * 1.6 ? Math.max(needed, past * 1.05) : needed);
	const at = (value: number): number => (Math.min(Math.max(value, 0), max) / max) * 100;
	const edges = [0, ...bounds.filter((bound) => bound > 0 && bound < max), max];
	const marks: DialPlan['marks'] = thresholds(line).map((each) => ({ ...each, at: at(each.value), anchor: 'middle' }));
	for (let i = 0; i + 1 < marks.length; i++) {
		const [left, right] = [marks[i]!, marks[i + 1]!];
		if (right.at - left.at >= CLOSE) continue;
		if (left.anchor === 'middle') left.anchor = 'end';
		right.anchor = 'start';
	}
	const [first, last] = [marks[0], marks.at(-1)];
	return {
		max,
		zones: edges.slice(1).map((to, i) => ({
			from: at(edges[i]!),
			to: at(to),
			colour: colourOf(line, (edges[i]! + to) / 2)
		})),
		marks,
		at: shown === null ? null : at(shown),
		was: past === null ? null : { at: at(past), off: past > max },
		showMin: !first || first.at > { start: 4, middle: 14, end: 26 }[first.anchor],
		showMax: !last || last.at < { start: 70, middle: 84, end: 94 }[last.anchor]
	};
}

/** The last reading of a history that had a colour. */
export function lastColoured(history: readonly PastReading[]): PastReading | undefined {
	return history.findLast((each) => hasColour(each.status));
}

/** What a dial says to those who do not see it. */
export function dialText(line: DialLine): string {
	const lines = thresholds(line).map((each) => each.text);
	const past = line.year_ago.value === null ? '' : ` A year ago ${readingText(line.year_ago.value, line)}.`;
	const now = hasColour(line.status)
		? `${readingText(line.value, line)}, ${STATUS_WORDS[line.status].toLowerCase()}.`
		: `${STATUS_WORDS[line.status]}.`;
	return `${line.name}: ${now} Lines: ${lines.join(', ')}.${past}`;
}
