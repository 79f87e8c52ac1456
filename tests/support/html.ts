import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser without scripts reads it: what stands in `noscript` is part of it. */
export function readPage(html: string): Node {
	return parse(html, { scriptingEnabled: false });
}

/** Elements with one of these names, in the order of the page. */
export function allOf(within: Node, ...names: string[]): Element[] {
	const children = 'childNodes' in within ? within.childNodes : [];
	return children.flatMap((child) => [
		...('tagName' in child && names.includes(child.tagName) ? [child] : []),
		...allOf(child, ...names)
	]);
}

/** The value of an attribute; undefined where the element has none. */
export function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

/** Whether a class stands on an element. */
export function hasClass(element: Element, name: string): boolean {
	return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The elements around another, the nearest first. */
export function around(element: Element): Element[] {
	const { parentNode } = element;
	return parentNode && 'tagName' in parentNode ? [parentNode, ...around(parentNode)] : [];
}

/** The words of an element, with single spaces. */
export function textOf(within: Node): string {
	const text = (node: Node): string =>
		'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
	return text(within).replace(/\s+/g, ' ').trim();
}

/** What a form sends when nobody has changed it, as a browser does. */
export function fieldsOf(form: Element): URLSearchParams {
	const fields = new URLSearchParams();
	for (const field of allOf(form, 'input', 'select')) {
		const name = attribute(field, 'name');
		if (!name || attribute(field, 'disabled') !== undefined) continue;
		if (field.tagName === 'select') {
			const options = allOf(field, 'option');
			const chosen = options.find((each) => attribute(each, 'selected') !== undefined) ?? options[0];
			if (chosen) fields.append(name, attribute(chosen, 'value') ?? textOf(chosen));
			continue;
		}
		const ticked = attribute(field, 'checked') !== undefined;
		if (['checkbox', 'radio'].includes(attribute(field, 'type') ?? '') && !ticked) continue;
		fields.append(name, attribute(field, 'value') ?? '');
	}
	return fields;
}
