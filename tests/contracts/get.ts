import { expect } from 'vitest';

/** Fetches an address that is to answer well, and reads its JSON. */
export async function getJson<Body>(url: string): Promise<Body> {
	const response = await fetch(url);
	const text = await response.text();
	expect(response.status, `${url}\n${text.slice(0, 500)}`).toBe(200);
	return JSON.parse(text) as Body;
}
