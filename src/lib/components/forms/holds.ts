import type { FormState } from './context';

/** Whether anything is typed at or under a path, or wrong there: then it is not folded away. */
export function holds({ typed, faults }: Pick<FormState, 'typed' | 'faults'>, path: string): boolean {
	const inside = (name: string) => name === path || name.startsWith(`${path}.`);
	if ([...faults.keys()].some(inside)) return true;
	return Object.keys(typed).some((name) => inside(name) && (typed[name] ?? []).some((text) => text !== ''));
}
