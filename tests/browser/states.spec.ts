import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled } from './settled';
import { mainText, openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

it('a chart with nothing on it says so and leads on', async () => {
	const { page, complaints, close } = await site.visit('/?as_of=2015-01-01');
	const said = page.locator('.canvas .clear');
	await said.waitFor();
	expect(await said.innerText()).toContain('1 Jan 2015');
	await said.locator('a').first().click();
	await page.waitForURL((url) => url.search === '');
	await said.waitFor({ state: 'detached' });
	expect(complaints).toEqual([]);
	await close();
});

it('a chart whose drawing code does not come says so, keeps its table and can be tried again', async () => {
	const { page, close } = await site.open();
	// What the page itself runs on is there; only what it fetches when the chart is near is cut off.
	let cut = true;
	const drawing: string[] = [];
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		if (text.includes('getDevicePixelRatio')) {
			drawing.push(route.request().url());
			if (cut) return route.abort();
		}
		return route.fulfill({ response, body: text });
	});
	await page.goto(`${site.url}/`);
	const alert = page.locator('#spend-chart .canvas [role="alert"]');
	await alert.waitFor();
	expect(await alert.innerText()).toContain('The table holds the same figures');
	expect(drawing.length).toBeGreaterThan(0);
	cut = false;
	await alert.locator('button').click();
	await alert.waitFor({ state: 'detached' });
	await ready(page);
	await page.unrouteAll({ behavior: 'wait' });
	await close();
});

it('offline, the page says where its figures come from and goes on answering', async () => {
	const { page, close } = await settled(site, '/');
	await page.context().setOffline(true);
	await expect.poll(() => page.locator('.standing').innerText()).toContain('the ledger at revision 1');
	const before = await mainText(page);
	await page.locator('form.controls select[name="firmness"]').selectOption('definitive');
	await page.waitForURL(/firmness=definitive/);
	await expect.poll(() => mainText(page)).not.toBe(before);
	await page.context().setOffline(false);
	await expect.poll(() => page.locator('.standing').innerText()).toBe('');
	await close();
});

it('a page that the ledger has left behind says so quietly', async () => {
	const { page, complaints, close } = await site.visit('/');
	await page.route('**/snapshot.json', async (route) => {
		const response = await route.fetch();
		expect(response.headers()['x-revision']).toBe('1');
		await route.fulfill({ response, headers: { ...response.headers(), 'x-revision': '2' } });
	});
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await expect.poll(() => page.locator('.standing').innerText()).toContain('gone on to revision 2');
	await Promise.all([page.waitForEvent('load'), page.locator('.standing button').click()]);
	expect(complaints).toEqual([]);
	await close();
});

it('past the last page the list says so and leads back', async () => {
	const { page, close } = await site.visit('/deals?page=99');
	expect(await mainText(page)).toContain('The list ends before this page');
	expect(await page.locator('.pager').innerText()).toContain('Past the last of');
	await page.locator('.pager a[rel="prev"]').click();
	await expect.poll(() => page.locator('main table tbody tr').count()).toBeGreaterThan(0);
	await close();
});

it.each([true, false])(
	'a wrong address offers what it may have meant and a search for it (scripts: %s)',
	async (scripts) => {
		const { page, close } = await site.visit('/opnai-stargat', { javaScriptEnabled: scripts });
		const box = page.locator('main input[type="search"]');
		expect(await box.inputValue()).toBe('opnai stargat');
		expect(await page.locator('main a[href^="/deals/stargate"]').count()).toBeGreaterThan(0);
		expect(await page.getByRole('link', { name: 'Every deal on the books' }).count()).toBe(1);
		await box.fill('stargate');
		await page.locator('main form[role="search"] button').click();
		await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === 'stargate');
		await close();
	}
);

it('a page whose figures do not come says what still works, and can be tried again', async () => {
	const { page, close } = await site.visit('/data');
	let down = true;
	await page.route('**/snapshot.json*', (route) => route.abort());
	await page.route('**/answers/**', (route) => (down ? route.fulfill({ status: 500, body: 'no' }) : route.continue()));
	await page.reload();
	await ready(page);
	await page.locator('.mast .first', { hasText: 'Deals' }).click();
	await expect.poll(() => page.locator('h1').innerText()).toBe('The figures did not come');
	const said = await mainText(page);
	expect(said).toContain('Other pages may well work');
	expect(said).toContain('So may the data');
	expect(said).not.toMatch(/error|exception|undefined|stack/i);
	down = false;
	await page.getByRole('link', { name: 'Try again' }).click();
	await expect.poll(() => page.locator('h1').innerText()).toMatch(/^\d+ deals: \$.* announced, \$.* counted$/);
	await close();
});
