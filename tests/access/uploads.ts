import type { Site } from './site';

/** Where an import stands, as its address says. */
export interface Standing {
	step: string;
	share: number | null;
}

/** Imports as a browser of one account makes them. */
export class Uploads {
	constructor(
		private readonly site: Site,
		private readonly cookie: string
	) {}

	/** Sends a file as a script of the page does. */
	async send(name: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
		return fetch(`${this.site.server.url}/import/upload?name=${encodeURIComponent(name)}`, {
			method: 'POST',
			headers: {
				origin: this.site.server.url,
				cookie: this.cookie,
				'content-type': 'application/octet-stream',
				...headers
			},
			body,
			duplex: 'half',
			redirect: 'manual'
		} as RequestInit);
	}

	/** Sends a file, waits until it has been looked at, and gives its address. */
	async open(name: string, body: BodyInit): Promise<string> {
		const { href } = (await (await this.send(name, body)).json()) as { href: string };
		await this.until(href, 'columns', 'refused');
		return href;
	}

	async state(href: string): Promise<Standing> {
		const response = await this.site.send(`${href}/state`, { cookie: this.cookie });
		const said = await response.text();
		if (response.status !== 200) throw new Error(`${href}/state answered ${response.status}: ${said}`);
		return JSON.parse(said) as Standing;
	}

	/** Waits until an import stands at one of some steps. */
	async until(href: string, ...steps: string[]): Promise<Standing> {
		for (;;) {
			const state = await this.state(href);
			if (steps.includes(state.step)) return state;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}

	/** Presses a button of its page. */
	press(href: string, action: string, form: Record<string, string> = {}): Promise<Response> {
		return this.site.send(`${href}?/${action}`, { cookie: this.cookie, form });
	}

	/** Presses a button that is there: an answer other than the way back to the page is a fault, and not waited for. */
	private async pressed(href: string, action: string, form: Record<string, string>): Promise<void> {
		const response = await this.press(href, action, form);
		if (response.status !== 303) throw new Error(`${action} answered ${response.status}: ${await response.text()}`);
	}

	/** Tries a file out and gives the page that says what it would do. */
	async tryOut(href: string, form: Record<string, string> = {}): Promise<string> {
		await this.pressed(href, 'read', form);
		await this.until(href, 'ready', 'columns', 'refused');
		return this.page(href);
	}

	async page(href: string): Promise<string> {
		const html = await (await this.site.send(href, { cookie: this.cookie })).text();
		const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? html;
		return main
			.replace(/<!--[^]*?-->/g, '')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ');
	}

	/** Writes what was tried out and gives the revision; NaN where nothing was written. */
	async write(href: string, why = 'Imported'): Promise<number> {
		await this.pressed(href, 'write', { why });
		await this.until(href, 'written', 'ready', 'columns');
		return Number(/revision (\d+)/.exec(await this.page(href))?.[1]);
	}
}
