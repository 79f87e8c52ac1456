import { Marked, type Tokens } from 'marked';

/** A document as a page shows it. */
export interface RenderedDocument {
	title: string;
	/** Markup of all that follows the title. */
	html: string;
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The anchor of a heading: its words in small letters, joined by hyphens. */
function anchorOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/**
 * Renders Markdown. Markup in the text is shown as text, comments are left out, and links go to where `addressOf` leads: a link
 * for which it gives null is shown as its words.
 */
export function renderMarkdown(text: string, addressOf: (href: string) => string | null): RenderedDocument {
	const anchors = new Map<string, number>();
	let title = '';
	const marked = new Marked({
		gfm: true,
		renderer: {
			html: ({ text: markup }: Tokens.HTML | Tokens.Tag) =>
				/^<!--[\s\S]*-->\s*$/.test(markup) ? '' : escapeHtml(markup),
			heading({ tokens, depth, text: words }) {
				if (depth === 1 && !title) {
					title = words.replaceAll('`', '');
					return '';
				}
				const anchor = anchorOf(words);
				const before = anchors.get(anchor) ?? 0;
				anchors.set(anchor, before + 1);
				const id = before > 0 ? `${anchor}-${before + 1}` : anchor;
				return `<h${depth} id="${id}"><a href="#${id}">${this.parser.parseInline(tokens)}</a></h${depth}>\n`;
			},
			link({ href, tokens }) {
				const words = this.parser.parseInline(tokens);
				const address = addressOf(href);
				return address === null ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
			},
			image: ({ text: words }) => escapeHtml(words),
			table(token) {
				const cells = (row: Tokens.TableCell[], tag: string) =>
					row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
				const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
				return `<div class="scroll" tabindex="0"><table class="tbl"><thead><tr>${cells(token.header, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</tr></thead><tbody>\n${rows}\n</tbody></table></div>\n`;
			},
			code: ({ text: code }) => `<pre tabindex="0"><code>${escapeHtml(code)}\n</code></pre>\n`
		}
	});
	const html = marked.parse(text, { async: false });
	return { title, html };
}
