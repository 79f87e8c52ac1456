import path from 'node:path';
import { root, startServer, type RunningServer, type ServerOptions } from '../support/server';

const SMALL = path.join(root, 'tests/vectors/small/dataset');
export const SENTENCE = 'a ledger counts once';

/** What a request carries beside its address. */
export interface Sent {
	method?: string;
	cookie?: string;
	key?: string;
	json?: unknown;
	form?: Record<string, string>;
	headers?: Record<string, string>;
}

/** A running server, and the ways in which browsers and programs write to it. */
export class Site {
	private constructor(readonly server: RunningServer) {}

	static async start(options: ServerOptions = {}): Promise<Site> {
		return new Site(await startServer({ data: SMALL, ...options }));
	}

	/** One request; redirects are not followed. A form or a cookie comes from a page of the site, unless `headers` say otherwise. */
	send(address: string, { method, cookie, key, json, form, headers }: Sent = {}): Promise<Response> {
		const sent = new Headers();
		if (cookie || form) sent.set('origin', this.server.url);
		if (cookie) sent.set('cookie', cookie);
		if (key) sent.set('authorization', `Bearer ${key}`);
		if (json !== undefined) sent.set('content-type', 'application/json');
		if (form) sent.set('accept', 'text/html');
		for (const [name, value] of Object.entries(headers ?? {})) sent.set(name, value);
		return fetch(this.server.url + address, {
			method: method ?? (form || json !== undefined ? 'POST' : 'GET'),
			headers: sent,
			body: json !== undefined ? JSON.stringify(json) : form && new URLSearchParams(form),
			redirect: 'manual'
		});
	}

	/** Makes the first account by the link that the start printed; gives its cookie. */
	async first(): Promise<string> {
		const [, link = ''] = /hours: \S+?(\/setup\/\S+)/.exec(this.server.output()) ?? [];
		const form = { name: 'Ann', email: 'ann@example.org', password: SENTENCE, again: SENTENCE };
		return cookieOf(await this.send(link, { form }));
	}

	/** Makes another account as an administrator does, and signs it in by its link. */
	async account(administrator: string, name: string, role: string): Promise<string> {
		const form = { name, email: `${name}@example.org`, role };
		const page = await (await this.send('/users?/add', { cookie: administrator, form })).text();
		const [link = ''] = /\/setup\/[\w-]{43}/.exec(page) ?? [];
		return cookieOf(await this.send(link, { form: { password: SENTENCE, again: SENTENCE } }));
	}

	/** Makes a key as its owner does. */
	async key(cookie: string, ...scopes: string[]): Promise<string> {
		const body = new URLSearchParams([['name', 'test'], ...scopes.map((scope) => ['scope', scope])]);
		const headers = { origin: this.server.url, cookie, accept: 'text/html' };
		const response = await fetch(`${this.server.url}/account?/key`, { method: 'POST', headers, body });
		return /bo_[0-9a-f]{8}_[\w-]{43}/.exec(await response.text())?.[0] ?? '';
	}

	signIn(email: string, password: string, more: Record<string, string> = {}): Promise<Response> {
		return this.send('/login', { form: { email, password, ...more } });
	}

	/** A write by a program with a key: the status, the headers and what was said. */
	async write(key: string, method: string, address: string, json?: unknown, headers: Record<string, string> = {}) {
		const response = await this.send(address, { method, key, json, headers });
		return { status: response.status, headers: response.headers, said: JSON.parse(await response.text()) };
	}

	/** The latest revision of the ledger. */
	async revision(key?: string): Promise<number> {
		const { revision } = await (await this.send('/deals.json', { key })).json();
		return revision;
	}

	stop(): Promise<void> {
		return this.server.stop();
	}
}

/** The session that an answer gives a browser; empty where it gives none. */
export function cookieOf(response: Response): string {
	return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** An organisation that nobody else names. */
export function newcomer(slug: string, more: Record<string, unknown> = {}) {
	return { slug, name: slug, kind: 'other', ...more };
}

/** A reported quarter of a company that the small ledger knows. */
export function quarter(more: Record<string, unknown> = {}) {
	return {
		company: 'acorn-ai',
		fiscal_period: 'FY2025Q1',
		period_start: '2025-01-01',
		period_end: '2025-03-31',
		amount_usd: 4_000_000_000,
		measure: 'payments_for_ppe',
		filed: null,
		source: 'https://filings.example/acorn',
		publisher: 'Acorn',
		seen: true,
		confidence: 'high',
		derivation: 'as reported',
		note: null,
		...more
	};
}

/** A reading that is computed, with bounds of its own. */
export function indicator(more: Record<string, unknown> = {}) {
	return {
		slug: 'circularity',
		name: 'Circularity',
		question: 'How much comes back?',
		formula: 'What comes back over all.',
		inputs: ['deals'],
		unit: 'ratio',
		bounds: [{ from: '2019-01-01', green: { max: 0.1 }, amber: { max: 0.2 }, by: 'editorial' }],
		stale_after_days: 100,
		...more
	};
}
