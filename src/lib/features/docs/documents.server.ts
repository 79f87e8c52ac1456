import { renderMarkdown, type RenderedDocument } from './render';

const FOLDER = '/src/docs/';

/** The documents as they were at the build. */
const FILES: Record<string, string> = import.meta.glob('/src/docs/**/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The last part of a document's address: `MODEL.md` is `model`, `how-to/add-a-reading.md` keeps its folder. */
function nameOf(file: string): string {
	return file.slice(FOLDER.length).replace(/\.md$/, '').toLowerCase();
}

const BY_NAME = new Map(Object.entries(FILES).map(([file, text]) => [nameOf(file), { file, text }]));

/** Where a link of a document leads on the site; null where it leads to a file that the site does not show. */
function addressFrom(file: string): (href: string) => string | null {
	return (href) => {
		if (/^(https?:\/\/|#)/.test(href)) return href;
		const [target = '', anchor] = href.split('#');
		const { pathname } = new URL(target, `file://${file}`);
		const name = pathname.startsWith(FOLDER) ? nameOf(pathname) : '';
		return BY_NAME.has(name) ? `/docs/${name}${anchor ? `#${anchor}` : ''}` : null;
	};
}

/** A document by its name in addresses; undefined where there is none. */
export function documentNamed(name: string): RenderedDocument | undefined {
	const found = BY_NAME.get(name);
	return found && renderMarkdown(found.text, addressFrom(found.file));
}

/** All documents, in the order of their folders and names. */
export function listDocuments(): { name: string; title: string }[] {
	const titleOf = (text: string) => /^# (.*)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? '';
	return [...BY_NAME]
		.map(([name, { text }]) => ({ name, title: titleOf(text) }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}
