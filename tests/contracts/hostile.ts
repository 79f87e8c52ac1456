import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { REFERENCE, root } from '../support/server';

/** Lines that a spreadsheet would run, or that a careless writer would break on. */
export const HOSTILE_LINES = [
	'=1+1',
	'=HYPERLINK("http://x.example","Free money")',
	'+1-800-DEALS',
	'-2+3',
	'@SUM(A1:A9)',
	"'=already quoted",
	'"quoted", with a comma',
	"it's; one; two",
	' leading and trailing ',
	'Zürich – Ørsted – 東京 – مركز – 😀',
	'＝1＋1',
	'<script>alert(1)</script> & <b>bold</b>',
	'_x0041_ %s ${x} {{y}} \\u0041 \\n',
	'null',
	'1e5',
	'2025-11-03'
];

/** Texts of several lines, where the format of the dataset allows them. */
export const HOSTILE_TEXTS = ['\t=1+1', 'first\nsecond\n=third', 'a,"b"\n\n\tc', ...HOSTILE_LINES];

/** Writes a dataset whose words are all hostile: a deal and a projection for each text, and every indicator. Ends with what removes it. */
export function hostileDataset(): { data: string; remove: () => void } {
	const data = mkdtempSync(path.join(tmpdir(), 'buildout-hostile-'));
	cpSync(path.join(root, 'tests/vectors/small/dataset'), data, { recursive: true });
	HOSTILE_TEXTS.forEach((text, i) => {
		const line = HOSTILE_LINES[i % HOSTILE_LINES.length]!;
		const sources = [{ key: '=1', url: null, publisher: line, title: line, published: null }];
		const event = {
			on: `2025-01-${10 + i}`,
			type: 'announced',
			value: { central: 1e9 + i },
			note: text,
			sources: ['=1']
		};
		const rating = { on: event.on, terminator: 1, idiocracy: 5, rationale: text, by: line };
		const deal = {
			title: line,
			summary: text,
			kind: 'compute_purchase',
			payers: ['acorn-ai'],
			payees: ['birch-cloud'],
			location: line,
			notes: text,
			events: [event],
			ratings: [rating],
			sources
		};
		writeFileSync(path.join(data, `deals/hostile-${i}.yaml`), stringify(deal));
	});
	const projections = HOSTILE_LINES.map((line, i) => ({
		slug: `hostile-${i}`,
		author: line,
		institution: line,
		title: line,
		published: '2025-01-01',
		scope: 'global',
		covers: HOSTILE_TEXTS[i],
		window: { start: '2025-01-01', end: '2027-12-31' },
		target: { central: 1e12 },
		comparable: 'deals',
		reason: HOSTILE_TEXTS[i],
		featured: i === 0,
		sources: [{ key: 'a', url: null, publisher: line, title: line, published: null }]
	}));
	writeFileSync(path.join(data, 'projections.yaml'), stringify(projections));
	const indicators = parse(readFileSync(path.join(REFERENCE, 'indicators.yaml'), 'utf8')) as {
		bounds: object[];
		companies?: string[];
	}[];
	// The companies that some readings name are not in this dataset.
	const worded = indicators.map(({ companies: _, ...each }, i) => ({
		...each,
		...{
			name: HOSTILE_LINES[i],
			question: HOSTILE_TEXTS[i],
			formula: HOSTILE_TEXTS[i],
			bounds: each.bounds.map((drawn) => ({ ...drawn, reason: HOSTILE_TEXTS[i] }))
		}
	}));
	writeFileSync(path.join(data, 'indicators.yaml'), stringify(worded));
	return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
}
