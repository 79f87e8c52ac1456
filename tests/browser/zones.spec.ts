import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages';
import { drawCharts, mainText, openSite, type Site } from './site';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Tokyo'];

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** The words of a page and those that its charts write into their pictures, as people of a time zone see them. */
async function seenFrom(timezoneId: string, path: string): Promise<{ text: string; drawn: string[] }> {
	const { page, close } = await site.visit(path, { timezoneId }, () => {
		const drawn = new Set<string>();
		Object.assign(window, { drawn });
		const { fillText } = CanvasRenderingContext2D.prototype;
		CanvasRenderingContext2D.prototype.fillText = function (text: string, ...place: [number, number]) {
			drawn.add(text);
			fillText.call(this, text, ...place);
		};
	});
	await drawCharts(page);
	const text = await mainText(page);
	const drawn = await page.evaluate(() => [...(window as unknown as { drawn: Set<string> }).drawn].sort());
	await close();
	return { text, drawn };
}

/** Pages with a time axis, and of the others those that write days: in rows, beside what changed, and with the hour. */
const DATED = PAGES.filter(({ path, charts }) => charts > 0 || ['/deals', '/changes', '/history'].includes(path));

describe.each(DATED)('$path', ({ path, charts }) => {
	it('shows the same days in every time zone', async () => {
		const [utc, ...others] = await Promise.all(ZONES.map((zone) => seenFrom(zone, path)));
		for (const other of others) expect(other).toEqual(utc);
		// A time axis that names no year would pass unseen.
		if (charts > 0) expect(utc!.drawn.join(' ')).toMatch(/20\d\d/);
	});
});

it('changes its words with the day asked for, not with the clock of the reader', async () => {
	const [west, east] = await Promise.all(
		['Pacific/Pago_Pago', 'Pacific/Kiritimati'].map((zone) => seenFrom(zone, '/?as_of=2026-01-01'))
	);
	expect(west!.text).toContain('1 Jan 2026');
	expect(east).toEqual(west);
});
