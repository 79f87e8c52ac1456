import type { Day } from './day';
import { inForceAt } from './days-in-force';
import type { Indicator } from './index';

/** The bounds of a reading, in force from a day on. */
export type Bounds = Indicator['bounds'][number];

/** The bounds in force on a day: the last that had begun by then; before the first day of all, the first. */
export function boundsAt({ bounds }: Pick<Indicator, 'bounds'>, day: Day): Bounds {
	const inForce = inForceAt(bounds, day);
	if (!inForce) throw new RangeError('A reading has bounds; the check lets in none without.');
	return inForce;
}
