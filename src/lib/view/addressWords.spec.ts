import { expect, it } from 'vitest';
import { addressWords } from './addressWords';

it.each([
	['/deals/opnai-aws-2025', 'opnai aws'],
	['/organisations/Soft%20Bank', 'Soft Bank'],
	['/blog/2026/nvidia_rents.html', 'blog nvidia rents'],
	['/deals', ''],
	['/%E0%A4%A', 'E0 A4 A'],
	['/', '']
])('%s: "%s"', (path, words) => {
	expect(addressWords(path)).toBe(words);
});

it('is no longer than a search may be', () => {
	expect(addressWords(`/${'abc-'.repeat(500)}`).length).toBeLessThanOrEqual(100);
});
