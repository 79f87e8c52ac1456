const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Whether a method may change something. */
export function isWrite(method: string): boolean {
	return !SAFE_METHODS.has(method.toUpperCase());
}

/**
 * Whether a request that may change something comes from this site itself. Holds for every method that writes and every
 * content type. The host of `Origin` must be that of the site's own origin, or a loopback name equal to `Host`. Without
 * `Origin` it is let through only as a program's: no `Sec-Fetch-Site`, a key and no cookie.
 *
 * @param origin the site's own origin, as in the settings
 */
export function mayWrite(method: string, headers: Headers, origin: string): boolean {
	if (!isWrite(method)) return true;
	const from = headers.get('origin');
	if (from === null) {
		return !headers.has('sec-fetch-site') && headers.has('authorization') && !headers.has('cookie');
	}
	if (!URL.canParse(from)) return false;
	const host = new URL(from).host;
	return host === new URL(origin).host || (LOOPBACK.test(host) && host === headers.get('host')?.toLowerCase());
}
