import type { Cookies } from '@sveltejs/kit';

/** What a page says once after it was changed: the revision that did it, and the page that it is said on. */
export interface Flash {
	revision: number;
	href: string;
	what: 'added' | 'changed' | 'removed';
}

const NAME = 'buildout-saved';
const SECONDS = 60;

/** Remembers, for the page that comes next, what was just saved. */
export function setFlash(cookies: Cookies, origin: string, { revision, href, what }: Flash): void {
	cookies.set(NAME, `${revision} ${what} ${href}`, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.startsWith('https:'),
		maxAge: SECONDS
	});
}

/** What was saved just before, once. */
export function takeFlash(cookies: Cookies, origin: string): Flash | null {
	const text = cookies.get(NAME);
	if (text === undefined) return null;
	cookies.delete(NAME, { path: '/', secure: origin.startsWith('https:') });
	const [, digits, what, href] = /^(\d{1,15}) (added|changed|removed) (\/\S{1,200})$/.exec(text) ?? [];
	if (!digits || !href) return null;
	return { revision: Number(digits), what: what as Flash['what'], href };
}
