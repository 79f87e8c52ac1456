import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.stop());

it.each(['/dev/charts', '/dev/charts/', '/dev/charts/spend.png'])('%s is not in the production build', async (path) => {
	expect((await fetch(server.url + path)).status).toBe(404);
});
