import type { Chip } from './types';

/**
 * What the page shows of another day while a reader drags through the days; null while it shows what it was loaded with. Apart from
 * the page, because what stands around it says the same: the strip of what was asked for, the foot, what is taken along.
 */
class Underway {
	shown = $state.raw<{ narrowed: Chip[]; as_of: string } | null>(null);
}

export const underway = new Underway();
