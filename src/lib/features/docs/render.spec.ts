import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render';

const render = (text: string) => renderMarkdown(text, (href) => (href.startsWith('https:') ? href : null));

describe('a document', () => {
	it('has its first heading as the title, and an anchor on each other one', () => {
		const { title, html } = render('# The `model`\n\n## 1. Why\n\n## 1. Why\n');
		expect(title).toBe('The model');
		expect(html).toContain('<h2 id="1-why"><a href="#1-why">1. Why</a></h2>');
		expect(html).toContain('<h2 id="1-why-2">');
	});

	it('lets no markup through and no address that it does not know', () => {
		const { html } = render(
			'# a\n\n<script>x()</script>\n\na <b onclick="x()">b</b> [c](javascript:x) ![d](x.png)\n\n<!-- note -->\n'
		);
		expect(html).not.toMatch(/<(script|b|a|img)\b|note/);
		expect(html).toContain('&lt;script&gt;');
	});

	it('shows tables with heads', () => {
		expect(render('| a | b |\n| --- | --- |\n| 1 | `<2>` |\n').html).toMatch(
			/<th scope="col">a<\/th>[\s\S]*<code>&lt;2&gt;<\/code>/
		);
	});
});
