import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READINGS } from '$lib/readings';
import { agrees, reproduce } from '../reproduce/indicators.mjs';
import { startServer, type RunningServer } from '../support/server';

/** What is published as CSV suffices to compute every reading again: a second implementation that shares no code does so. */

let server: RunningServer;
beforeAll(async () => {
	// Whatever the dataset holds: it has the definition of every reading.
	server = await startServer({ data: 'data' });
});
afterAll(() => server.stop());

describe.each(['2026-11-22', '2026-06-30', '2025-09-30', '2023-06-30', '1990-01-01', '2100-12-31'])(
	'the readings of %s from CSV alone',
	(day) => {
		it('agree with what is published', async () => {
			const found = await reproduce(server.url, day);
			expect(found.map(({ slug }) => slug).sort()).toEqual(READINGS.map(({ slug }) => slug).sort());
			for (const { slug, published, ways } of found) {
				expect(Object.keys(ways), slug).not.toHaveLength(0);
				for (const [way, again] of Object.entries(ways))
					expect(agrees(published, again), `${slug} from ${way}: ${again}, published ${published}`).toBe(true);
			}
		});
	}
);
