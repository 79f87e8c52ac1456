/**
 * What the value of a reading is, which decides how it is written.
 *
 * - `share`: a part of a whole; in percent.
 * - `ratio`: one sum over another, which may pass 1; in percent.
 * - `multiple`: so many dollars for each dollar; a number.
 * - `points`: a place on a scale; a number.
 */
export type Unit = 'share' | 'ratio' | 'multiple' | 'points';

/** Whether a value of this unit is written in percent. */
export function isPercent(unit: Unit): boolean {
	return unit === 'share' || unit === 'ratio';
}
