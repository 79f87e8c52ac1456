import type { Group, Node } from '$lib/records/derive/form';
import type { FieldFault } from './types';

/** A fault as the schema finds it: where in the record, what is accepted there and what was found. */
export interface RecordFault {
	path: (string | number)[];
	expected: string;
	got: string;
}

function childOf(node: Node | undefined, step: string | number): Node | undefined {
	if (node?.as === 'group') return node.fields.find((field) => field.name === step);
	return node?.as === 'list' && /^\d+$/.test(String(step)) ? node.entry : undefined;
}

/** The node that a path of a form leads to; undefined where there is none. */
export function nodeAt(root: Group, path: string): Node | undefined {
	return path === '' ? root : path.split('.').reduce<Node | undefined>(childOf, root);
}

/** The field of the form that shows what is wrong at a path of the record: the one that was typed, or the nearest around it. */
function fieldOf(root: Group, path: (string | number)[], places: ReadonlyMap<string, string>): [string, Node] {
	let [field, at, node] = ['', '', root as Node];
	for (const step of path) {
		const next = childOf(node, step);
		if (!next) break;
		at = at === '' ? String(step) : `${at}.${step}`;
		field = places.get(at) ?? (field === '' ? String(step) : `${field}.${step}`);
		node = next;
	}
	return [field, node];
}

function sentence({ expected, got }: RecordFault, node: Node): string {
	const name = node.called ?? `“${node.label}”`;
	if (got === 'nothing' || got === 'empty text') {
		if (node.as === 'choice' || node.as === 'scale') return `${name} is needed: choose one.`;
		return node.as === 'list'
			? `At least one ${node.noun} is needed.`
			: `${name} is needed${node.example ? `, such as ${node.example}` : ''}.`;
	}
	if (got === 'an empty list' && node.as === 'list') return `At least one ${node.noun} is needed.`;
	if (got === 'an empty list' || (node.as === 'keys' && got === 'an empty list'))
		return `${node.label}: tick one at least.`;
	return `${name} takes ${expected}; this is ${got}.`;
}

/** Where a field stands in its form: the place of each step among its neighbours. */
function placeOf(root: Group, path: string): number[] {
	let node: Node | undefined = root;
	return path.split('.').map((step) => {
		const place = node?.as === 'group' ? node.fields.findIndex(({ name }) => name === step) : Number(step);
		node = childOf(node, step);
		return place;
	});
}

function compare(a: readonly number[], b: readonly number[]): number {
	const at = a.findIndex((place, i) => place !== b[i]);
	return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/**
 * What the schema finds wrong, as faults beside the fields of the form. A field that could not even be read (`known`) has its
 * sentence already. In the order of the form.
 */
export function fieldFaults(
	root: Group,
	found: readonly RecordFault[],
	places: ReadonlyMap<string, string>,
	known: readonly FieldFault[]
): FieldFault[] {
	const said = new Set(known.map(({ path }) => path));
	const faults = [...known];
	for (const fault of found) {
		const [path, node] = fieldOf(root, fault.path, places);
		const covered = [...said].some((other) => other === path || (path !== '' && other.startsWith(`${path}.`)));
		if (covered) continue;
		said.add(path);
		faults.push({ path, message: sentence(fault, node) });
	}
	return faults
		.map((fault) => ({ fault, place: placeOf(root, fault.path) }))
		.sort((a, b) => compare(a.place, b.place))
		.map(({ fault }) => fault);
}
