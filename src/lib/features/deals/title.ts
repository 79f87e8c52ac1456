import { DEAL_FILTER_NAMES, DEAL_FILTERS } from '$lib/records/derive/filters';
import { DEAL_STATUS_NAMES, ESTIMATE_WORDS, FIRMNESS_ASKED, LABEL_NAMES, LAYER_NAMES } from '$lib/records/vocabularies';
import type { Names } from '$lib/shared/names';
import { day, money, plural } from '$lib/ui/format';
import type { View } from '$lib/view';
import type { DealSums } from './groups';

/** More names than these are told as a number, so that a title stays one. */
const MOST_NAMES = 3;

/** `OpenAI, Oracle or 4 others`. */
function either(words: readonly string[]): string {
	const told = words.length > MOST_NAMES ? words.slice(0, MOST_NAMES - 1) : words.slice(0, -1);
	const rest = words.length - told.length;
	const last = rest > 1 ? `${rest} others` : words.at(-1)!;
	return told.length === 0 ? last : `${told.join(', ')} or ${last}`;
}

function isCancelledOnly({ question: { filters } }: View): boolean {
	return filters.status?.length === 1 && filters.status[0] === 'cancelled';
}

/** What is asked of the deals, as it stands behind the word: `promised by OpenAI`. */
function asked(view: View, names: Names): string[] {
	const { question, given, from, to, as_of } = view;
	const { filters, layers, firmness } = question;
	const parties = (words: string, slugs: readonly string[] | undefined) =>
		slugs ? `${words} ${either(slugs.map((slug) => names[slug] ?? slug))}` : '';
	const least = filters.min_value;
	const most = filters.max_value;
	return [
		filters.q === undefined ? '' : `with “${filters.q}”`,
		parties('promised by', filters.payer),
		parties('promised to', filters.payee),
		parties('with', filters.organisation),
		given.has('layers') ? `in ${either(layers.map((layer) => LAYER_NAMES[layer].toLowerCase()))}` : '',
		...DEAL_FILTER_NAMES.map((name) => {
			const { title, labels } = DEAL_FILTERS[name];
			const words = filters[name]?.map((word) => (labels[word] ?? word).toLowerCase());
			return words ? `of the ${title.toLowerCase()} ${either(words)}` : '';
		}),
		filters.wtf ? `read as ${either(filters.wtf.map((label) => LABEL_NAMES[label]))}` : '',
		least !== undefined && most !== undefined
			? `announced at ${money(least)} to ${money(most)}`
			: least !== undefined
				? `announced at ${money(least)} or more`
				: most !== undefined
					? `announced at ${money(most)} or less`
					: '',
		given.has('from') && given.has('to')
			? `first heard of between ${day(from)} and ${day(to)}`
			: given.has('from')
				? `first heard of since ${day(from)}`
				: given.has('to')
					? `first heard of by ${day(to)}`
					: '',
		given.has('firmness') && firmness !== 'definitive' ? FIRMNESS_ASKED[firmness].toLowerCase() : '',
		filters.status && !isCancelledOnly(view)
			? either(filters.status.map((status) => DEAL_STATUS_NAMES[status].toLowerCase()))
			: '',
		given.has('as_of') ? `as known on ${day(as_of)}` : ''
	].filter((words) => words !== '');
}

/** How the dollars are counted, where that is not the usual way. */
function counted({ scope, estimate, shape, counting }: View['question']): string {
	return [
		scope === 'us' ? ' in the US' : '',
		estimate === 'central' ? '' : `, ${ESTIMATE_WORDS[estimate].toLowerCase()} end of ranges`,
		shape === 'even' ? '' : ', spending ramps up',
		counting === 'whole' ? '' : ', counted alone'
	].join('');
}

/**
 * What a list of deals answers, whatever is asked: `14 definitive deals promised by OpenAI: $1.27T announced, $1.13T counted`. Announced
 * is the most that was ever stated of each; a sum that nobody stated is none.
 */
export function dealsTitle(view: View, names: Names, sums: DealSums): string {
	const which = [
		view.given.has('firmness') && view.question.firmness === 'definitive' ? 'definitive' : '',
		isCancelledOnly(view) ? 'cancelled' : ''
	].filter((word) => word !== '');
	const noun = [...which, 'deal'].join(' ');
	const what = [sums.deals === 0 ? `No ${noun}` : plural(sums.deals, noun), ...asked(view, names)].join(' ');
	if (sums.deals === 0) return what;
	const announced = sums.undisclosed === sums.deals ? 'no sum disclosed' : `${money(sums.headline_usd)} announced`;
	const added = sums.counted_usd === 0 ? 'nothing counted' : `${money(sums.counted_usd)} counted`;
	return `${what}: ${announced}, ${added}${counted(view.question)}`;
}
