import type { FormAnswer } from '$lib/forms/form-answer';
import { lengthAt } from '$lib/forms/typed';
import { idOf } from './context';

/**
 * Where the focus goes after an answer, as a selector: to what is wrong, to what somebody else did, to the entry that a button
 * added or the list that it took one from, else to the preview.
 *
 * @param command what the button that was pressed says: a verb and, after a colon, what it is done to
 */
export function whereAfter(command: string, { typed, faults, fault, merge }: FormAnswer): string {
	if (faults.length > 0 || fault) return '#faults';
	if (merge) return '#merge';
	const [verb, what = ''] = command.split(':');
	switch (verb) {
		case 'add':
			return `[id^="${idOf(`${what}.${lengthAt(typed, what) - 1}`)}"]:is(input, textarea, select)`;
		case 'use':
			return `[id="${idOf(what.replace(/=.*$/s, ''))}"]`;
		case 'create':
			return `[id="${idOf(`new.${lengthAt(typed, 'new') - 1}.kind`)}"]`;
		case 'remove':
			return `[id="${idOf(what.replace(/\.\d+$/, ''))}-add"]`;
		default:
			return '#preview';
	}
}
