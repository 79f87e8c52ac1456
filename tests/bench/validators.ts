import { setup } from '../../src/server/setup.mjs';
import { startServer } from '../support/server.ts';

/** A table whose rows take long to work out: every day of thirteen years. */
const ADDRESS = '/spend.csv?step=day&from=2020-01-01&to=2032-12-31';
const TIMES = 25;

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;

/**
 * What a 304 and a HEAD of the production build cost beside the answer itself: medians in milliseconds, asked in turn in one run, so
 * that what else the machine does weighs on all alike. More than a tenth is a failure.
 */
export async function measureValidators(): Promise<{ report: string; isTooSlow: boolean }> {
	await setup(['build']);
	const server = await startServer();
	try {
		const ask = async (init: RequestInit, status: number): Promise<number> => {
			const begun = performance.now();
			const response = await fetch(server.url + ADDRESS, init);
			await response.arrayBuffer();
			if (response.status !== status) throw new Error(`${ADDRESS}: expected ${status}, got ${response.status}.`);
			return performance.now() - begun;
		};
		const first = await fetch(server.url + ADDRESS);
		await first.arrayBuffer();
		const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
		const times = { whole: [] as number[], known: [] as number[], head: [] as number[] };
		for (let i = 0; i < TIMES; i++) {
			times.whole.push(await ask({}, 200));
			times.known.push(await ask(known, 304));
			times.head.push(await ask({ method: 'HEAD' }, 200));
		}
		const [whole, same, head] = [times.whole, times.known, times.head].map(median) as [number, number, number];
		const line = (what: string, time: number) =>
			`${what.padEnd(6)}${time.toFixed(1).padStart(8)} ms${((time / whole) * 100).toFixed(0).padStart(6)} % of the answer\n`;
		return {
			report: `${ADDRESS}, median of ${TIMES}\n${line('200', whole)}${line('304', same)}${line('HEAD', head)}`,
			isTooSlow: Math.max(same, head) > whole / 10
		};
	} finally {
		await server.stop();
	}
}
