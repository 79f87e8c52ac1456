import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Principal } from './principal';

/** Somebody who is signed in with a browser. */
export type SignedIn = Principal & { session: number };

/** Whoever is signed in; others are led to the entrance and back. A key opens no page of an account. */
export function requireSignIn({ locals, url }: RequestEvent): SignedIn {
	const { principal } = locals;
	if (principal && principal.session !== null) return { ...principal, session: principal.session };
	redirect(303, signInAddress(url));
}

/** Whether somebody who is signed in with a browser asks. */
export function isSignedIn({ principal }: App.Locals): boolean {
	return principal !== null && principal.session !== null;
}

/** Where people sign in, and are led back from to the page they asked for. */
export function signInAddress({ pathname }: URL): string {
	return `/login?to=${encodeURIComponent(pathname)}`;
}

/** Whoever is signed in as an administrator; an editor is told that this is not theirs. */
export function requireAdministrator(event: RequestEvent): SignedIn {
	const principal = requireSignIn(event);
	if (principal.role !== 'administrator') error(403, 'Accounts are kept by administrators. Ask one of them.');
	return principal;
}

/**
 * The network address that a request comes from, for the limits on wrong passwords. Behind a proxy it is in the header of the setting
 * ADDRESS_HEADER; requests that came around the proxy, without the header, count as one.
 */
export function addressOf({ getClientAddress }: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return 'unknown';
	}
}

/** The text of a field of a form; empty where it was not sent, or is a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** The number of a row that a button of a form names; NaN where it names none. */
export function idOf(form: FormData): number {
	const text = textOf(form, 'id');
	return /^\d{1,15}$/.test(text) ? Number(text) : NaN;
}
