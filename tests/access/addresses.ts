import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/server';

const FOLDER = path.join(root, 'src/routes');

/** What stands for a parameter of a route, by the folder that it lies in. */
function sample(parameter: string, before: string): string {
	if (/^(dealF|f)ormat|=(dealF|f)ormat/.test(parameter)) return 'json';
	if (parameter.endsWith('=recordKind')) return 'deals';
	if (parameter.endsWith('=rowKind')) return 'capex';
	if (parameter === 'page') return 'dashboard';
	if (parameter === 'revision') return '1';
	if (parameter === 'table=importTable') return 'deals';
	if (parameter === 'token') return 'x'.repeat(43);
	if (before.includes('rowKind')) return 'acorn-ai--payments_for_ppe--2025-01-01--2025-03-31';
	return before.includes('organisations') ? 'acorn-ai' : before.includes('projections') ? 'two-years-us' : 'deal-000';
}

/** Every address that the site answers, one of each kind: read from the routes themselves, so that a new one is held, too. */
export function allAddresses(): string[] {
	const found = new Set<string>();
	for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
		if (!/(^|\/)\+(server\.ts|page\.svelte)$/.test(file)) continue;
		const segments = path
			.dirname(file)
			.split('/')
			.filter((segment) => segment !== '.' && !segment.startsWith('('));
		const address = segments
			.map((segment, i) =>
				segment
					.replace(/\[\[[^\]]+\]\]/g, '')
					.replace(/\[([^\]]+)\]/g, (_, parameter: string) => sample(parameter, segments.slice(0, i + 1).join('/')))
			)
			.filter((segment) => segment !== '');
		found.add(`/${address.join('/')}`);
	}
	return [...found].sort();
}
