import type { Cause } from '$lib/ledger/changes';

/** Why a figure moved, and in a few words what that means. */
export const CAUSES_SAID: Record<Cause, { title: string; note: string }> = {
	new: { title: 'New', note: 'First heard of in between.' },
	expanded: { title: 'Expanded', note: 'Their stated value grew.' },
	firmer: { title: 'Firmer', note: 'They became firm enough to count.' },
	scaled_back: { title: 'Scaled back', note: 'Their stated value shrank.' },
	less_firm: { title: 'Less firm', note: 'They ceased to be firm enough to count.' },
	cancelled: { title: 'Cancelled', note: 'Called off.' },
	rescheduled: { title: 'Rescheduled', note: 'Their term or schedule changed.' },
	restructured: {
		title: 'Moved inside another',
		note: 'A deal inside them came, went or changed, so that less or more of them is their own.'
	},
	method: { title: 'Method', note: 'Other terms are assumed where none is stated, or other bounds are drawn.' },
	time_passed: { title: 'Time passed', note: 'More of their terms has elapsed, as it was known at the start.' }
};
