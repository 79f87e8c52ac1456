import type { AnswerOf, PageName } from '$lib/features';
import type { Asked } from '$lib/features/ask';
import type { Narrowing } from '$lib/shared/narrowings';
import type { Mentions } from '$lib/shared/prose';
import type { View } from '$lib/view';

/** What a page is given: the answer, and the view it answers. */
export interface Loaded<N extends PageName> {
	view: View;
	answer: AnswerOf<N>;
	as_of: string;
	/** What of the address narrows or recounts the answer, in words. */
	narrowed: Narrowing[];
	/** The records that its texts speak of. */
	mentions: Mentions;
}

/** What a page is given of an answer, whether the server or the snapshot gave it. */
export function loadedOf<N extends PageName>(asked: Extract<Asked<N>, { status: 200 }>): Loaded<N> {
	const { view, answer, narrowed, mentions } = asked;
	return { view, answer, as_of: view.as_of, narrowed, mentions };
}
