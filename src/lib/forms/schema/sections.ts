import type { Group, Section } from '../types';

/** A part of a form by the names of its fields; the one without names takes all that no other names. */
export type Part = Omit<Section, 'nodes'> & { fields?: readonly string[] };

/**
 * A form in parts, each field of it once.
 *
 * @throws {Error} a part names a field that the form does not have, or none takes those that are left
 */
export function sectionsOf(form: Group, parts: readonly Part[]): Section[] {
	const named = new Set(parts.flatMap(({ fields = [] }) => fields));
	const missing = [...named].filter((name) => !form.fields.some((field) => field.name === name));
	const left = form.fields.filter((field) => !named.has(field.name));
	if (missing.length > 0 || (left.length > 0 && parts.every((part) => part.fields)))
		throw new Error(
			`The parts of the form do not hold each field once: ${[...missing, ...left.map(({ name }) => name)]}.`
		);
	return parts.map(({ fields, ...part }) => ({
		...part,
		nodes: fields ? fields.flatMap((name) => form.fields.find((field) => field.name === name) ?? []) : left
	}));
}
