import { compile, type Book } from './book';
import type { Deal } from '$lib/records';

/** The places of a book's entries, tree by tree of `part_of`: deals in different trees do not touch each other's amounts. */
export function treesOf(book: Book): number[][] {
	const roots = new Int32Array(book.entries.length).fill(-1);
	const rootOf = (index: number): number => {
		const way: number[] = [];
		let at = index;
		while (roots[at] === -1 && book.entries[at]!.parent >= 0) {
			way.push(at);
			at = book.entries[at]!.parent;
		}
		const root = roots[at] === -1 ? at : roots[at]!;
		roots[at] = root;
		for (const passed of way) roots[passed] = root;
		return root;
	};
	const trees = new Map<number, number[]>();
	for (const { index } of book.entries) {
		const root = rootOf(index);
		const tree = trees.get(root);
		if (tree) tree.push(index);
		else trees.set(root, [index]);
	}
	return [...trees.values()];
}

/** A book of other deals among the same organisations. */
export function bookOf(book: Book, deals: Deal[]): Book {
	const { records, organisations } = book;
	return { ...compile({ ...records, deals, organisations: [] }), records: { ...records, deals }, organisations };
}
