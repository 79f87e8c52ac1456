/** One slash and no second, in either direction: what begins so stays on the site. */
const OWN_PATH = /^\/(?![/\\])/;
/** Has no page of its own; whoever sent a file there signed in too late. */
const TAKES_FILES = /^\/import\/upload\/?$/;
const NOT_AGAIN = /^\/(login|logout|setup)(\/|$)/;

/**
 * Where to go after signing in: the path that an address asks for if it lies on this site, else `/account`. Anything that a
 * browser might read as another site's address is refused, before and after dots are resolved.
 */
export function pathAfter(asked: string | null, origin: string): string {
	const fallback = '/account';
	if (!asked || !OWN_PATH.test(asked) || /[\p{C}\\]/u.test(asked) || !URL.canParse(asked, origin)) return fallback;
	const { origin: there, pathname, search } = new URL(asked, origin);
	if (there !== new URL(origin).origin || !OWN_PATH.test(pathname) || NOT_AGAIN.test(pathname)) return fallback;
	return TAKES_FILES.test(pathname) ? '/import' : pathname + search;
}
