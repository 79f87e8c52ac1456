import { describe, expect, it } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { differenceOf, unpacked, wordsOf, type Answer } from './answers';

function answer(body: string, more: Partial<Answer> = {}): Answer {
	return { status: 200, headers: { 'content-type': 'text/csv' }, body: Buffer.from(body), ...more };
}

describe('a saved answer and another', () => {
	it('are the same when every byte is', () => {
		expect(differenceOf(answer('a,b\n1,2\n'), answer('a,b\n1,2\n'))).toBeUndefined();
	});

	it.each([
		[answer('a'), answer('a', { status: 404 }), 'status: 200 became 404'],
		[answer('a'), answer('a', { headers: {} }), 'content-type: text/csv became none'],
		[answer('a'), answer('a', { headers: { 'content-type': 'text/csv', link: 'x' } }), 'link: none became x'],
		[
			answer('a,b\n1,2\n'),
			answer('a,b\n1,3\n'),
			'line 2, byte 6 (8 and 8 bytes): "a,b\\n1,2\\n" became "a,b\\n1,3\\n"'
		],
		[answer('a\n'), answer('a\nb\n'), 'line 2, byte 2 (2 and 4 bytes): "a\\n" became "a\\nb\\n"']
	])('differ where the first of them does (%#)', (saved, got, said) => {
		expect(differenceOf(saved, got)).toBe(said);
	});
});

describe('a page', () => {
	it('is its words, and where its links and controls lead', () => {
		const html =
			'<head><link href="/_app/a1.js"><style>p{}</style></head><p class="s-x">One <a href="/deals">two</a></p><!--[--><script>3</script>';
		expect(wordsOf(html)).toBe('One\n[href=/deals]\ntwo');
		expect(wordsOf('<input class="b" name="q" value="4">')).toBe('[name=q][value=4]');
	});
});

describe('a sheet', () => {
	it('is its parts, whatever the time at which it was packed', async () => {
		const pack = () => writeSheets([[{ value: 'Acorn', type: String }]], { sheet: 'One' }).toBuffer();
		const first = await pack();
		// The time of a part, in its local header.
		const later = Buffer.from(first);
		later.writeUInt16LE((first.readUInt16LE(10) + 1) & 0xffff, 10);
		expect(unpacked(later).equals(unpacked(first))).toBe(true);
		expect(unpacked(first).toString()).toContain('Acorn');
		expect(unpacked(first).toString()).toMatch(/^== /);
	});
});
