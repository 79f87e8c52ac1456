import type { Rect } from '../../engine/layout';
import type { Size } from '../../engine/types';

/** Small multiples: panels of one size in rows, on one canvas. Pure; pixels throughout. */

/** What a row of panels takes, from its names to what stands under its axis. */
export interface RowRoom {
	row: number;
	/** Above the plot: the name and what stands over it. */
	head: number;
	/** Under the plot: what stands at the ends of its axis. */
	foot: number;
	/** From one row to the next. */
	gap: number;
}

export const QUARTER_ROW: RowRoom = { row: 168, head: 46, foot: 24, gap: 20 };
export const GUIDANCE_ROW: RowRoom = { row: 218, head: 46, foot: 24, gap: 24 };

/** One panel: its plot, and where its name stands. */
export interface Panel extends Rect {
	/** The middle of the line of its name. */
	name: number;
	/** The first of its row: what is written beside the axis is written here. */
	first: boolean;
}

/** The height of a canvas with as many rows as the style sheet finds room for, as a CSS length. */
export function cssRowsHeight({ row, gap }: RowRoom): string {
	return `calc(var(--rows) * ${row + gap}px - ${gap}px)`;
}

/**
 * Where each of `count` panels stands. The height says how many rows there are (`rowsHeight`), the panels fill them evenly;
 * what is higher than its rows need, as a picture is, has taller panels. `gutter` is left free for what is beside the axis.
 */
export function layoutPanels(count: number, { width, height }: Size, room: RowRoom, gutter: number): Panel[] {
	// A screen that is zoomed may round a height by a pixel.
	const fitting = Math.floor((height + room.gap + 2) / (room.row + room.gap));
	const rows = Math.max(1, Math.min(count, fitting));
	const columns = Math.ceil(count / rows);
	const apart = width < 560 ? 16 : 28;
	const wide = (width - gutter - (columns - 1) * apart) / columns;
	const high = (height - (rows - 1) * room.gap) / rows;
	return Array.from({ length: count }, (_, i) => {
		const [row, column] = [Math.floor(i / columns), i % columns];
		const left = gutter + column * (wide + apart);
		const top = row * (high + room.gap);
		return {
			left,
			right: left + wide,
			top: top + room.head,
			// Between two pixels of the screen a line of one is crisp.
			bottom: Math.round(top + high - room.foot) - 0.5,
			name: top + 12,
			first: column === 0
		};
	});
}
