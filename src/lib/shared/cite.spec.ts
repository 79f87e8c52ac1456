import { describe, expect, it } from 'vitest';
import { bibtex, citation } from './cite';
import { pinAddress } from './pin-address';

const cited = {
	title: 'Commitments & spending, 100% of {it}, 2026\u201327',
	as_of: '2026-11-23',
	revision: 7,
	address: 'https://example.org/?as_of=2026-11-23&layers=demand,funding',
	id: 'spend'
};

describe('an address to cite', () => {
	const pinned = (address: string, table = false) =>
		pinAddress(new URL(address), { as_of: '2026-11-23', revision: 7, table });

	it('is given the day and the revision of the figures, and keeps those it has', () => {
		expect(pinned('https://example.org/')).toBe('https://example.org/?as_of=2026-11-23&revision=7');
		expect(pinned('https://example.org/wtf?as_of=2026-01-01&revision=3')).toBe(
			'https://example.org/wtf?as_of=2026-01-01&revision=3'
		);
		expect(pinned('https://example.org/?layers=demand,funding#x')).toBe(
			'https://example.org/?layers=demand,funding&as_of=2026-11-23&revision=7'
		);
	});

	it('leads to the table where that is what is seen, and to the chart where not', () => {
		expect(pinned('https://example.org/', true)).toBe('https://example.org/?as_of=2026-11-23&revision=7&tab=table');
		expect(pinned('https://example.org/?tab=table')).toBe('https://example.org/?as_of=2026-11-23&revision=7');
	});

	it('has its names in the order in which every address is written, and unknown ones at the end', () => {
		expect(pinned('https://example.org/?utm=x&scale=log&layers=demand')).toBe(
			'https://example.org/?layers=demand&as_of=2026-11-23&revision=7&scale=log&utm=x'
		);
	});
});

it('says in plain text whose figures they are, of which day, and where', () => {
	expect(citation(cited)).toBe(
		'Buildout (2026). Commitments & spending, 100% of {it}, 2026\u201327. As known on 23 Nov 2026, revision 7 of the ledger. https://example.org/?as_of=2026-11-23&layers=demand,funding'
	);
});

it('says it in BibTeX, nothing in it read as a command', () => {
	expect(bibtex(cited)).toBe(
		[
			'@misc{buildout-spend-2026-11-23,',
			'  author = {{Buildout}},',
			'  title = {{Commitments \\& spending, 100\\% of \\{it\\}, 2026--27}},',
			'  year = {2026},',
			'  note = {As known on 23 Nov 2026, revision 7 of the ledger},',
			'  url = {https://example.org/?as_of=2026-11-23&layers=demand,funding}',
			'}'
		].join('\n')
	);
});
