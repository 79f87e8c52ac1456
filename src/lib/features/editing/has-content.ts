import { WAS } from '$lib/forms/typed';
import type { FormState } from './context';

/** Whether anything is typed at or under a path, an entry was opened there, or anything is wrong: then it is not folded away. */
export function hasContent({ typed, faults }: Pick<FormState, 'typed' | 'faults'>, path: string): boolean {
	const inside = (name: string) => name === path || name.startsWith(`${path}.`);
	if ([...faults.keys()].some(inside)) return true;
	const open = (name: string) => name.endsWith(`.${WAS}`) || (typed[name] ?? []).some((text) => text !== '');
	return Object.keys(typed).some((name) => inside(name) && open(name));
}
