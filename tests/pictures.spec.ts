import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PICTURES } from '$lib/charts/pictures';
import { renderViewer } from '../vite.pictures';
import { root } from './support/server';

const namesIn = (folder: string) => readdirSync(`${root}${folder}`, { withFileTypes: true });

describe('the list of stored pictures', () => {
	it('is that of the files', () => {
		const stored = namesIn('tests/browser/pictures').map(({ name }) => name.replace(/\.png$/, ''));
		expect(PICTURES.map(({ name }) => name).sort()).toEqual(stored.sort());
	});

	it('has one of every kind of chart', () => {
		// A painter draws for an exported image only; what it draws of a page is stored as the page shows it.
		const kinds = namesIn('src/lib/charts/kinds')
			.filter(({ name }) => !/^paint-|\.spec\.ts$/.test(name))
			.map((entry) => `charts/kinds/${entry.name}${entry.isDirectory() ? '/' : ''}`);
		const missing = kinds.filter((kind) => !PICTURES.some(({ drawnBy }) => drawnBy.startsWith(kind)));
		expect(missing).toEqual([]);
	});
});

it('shows every stored picture beside the code that draws it', async () => {
	const page = await renderViewer();
	for (const { name, drawnBy } of PICTURES) {
		expect(page).toContain(`<img src="/dev/charts/${name}.png"`);
		expect(page).toContain(`src/lib/${drawnBy}`);
	}
	expect(page).toContain('export function buildSpendChart(input: SpendInput');
	// Source text is no markup.
	expect(page).not.toContain('<script lang="ts">');
});
