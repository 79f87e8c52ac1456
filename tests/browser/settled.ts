import { drawCharts, type Site } from './site';

/** A page that has its snapshot and its charts, and the questions that it still asks the server from then on. */
export async function settled(site: Site, path: string) {
	const visit = await site.visit(path);
	const { page } = visit;
	await drawCharts(page);
	// Answered here and there alike: asked until no request is needed.
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/answers\/|__data\.json/.test(request.url())) asked.push(request.url());
	});
	const scale = (value: string) => page.locator(`[name="scale"][value="${value}"]`);
	do {
		// Without a part of its code, or its snapshot, a page goes on asking for ever.
		if (visit.complaints.length > 0) throw new Error(`${path} cannot settle: ${visit.complaints.join('; ')}`);
		asked.length = 0;
		await page
			.locator('form.controls label')
			.filter({ has: scale('log') })
			.click();
		await page.waitForURL(/scale=log/);
		await page.goBack();
		// The address is back before its answer is: until then the control still says log, and a click on it changes nothing.
		await scale('linear').and(page.locator(':checked')).waitFor({ state: 'attached' });
	} while (asked.length > 0);
	return { ...visit, asked };
}
