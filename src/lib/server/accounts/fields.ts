import { ROLES, type Role } from './types';

/** What is wrong in a form, by the name of its field: sentences for people. Empty where nothing is. */
export type FieldFaults = Partial<Record<'name' | 'email' | 'role' | 'password' | 'again' | 'current', string>>;

const LEAST_PASSWORD = 12;
const MOST_PASSWORD = 200;

/** A name of 1 to 80 characters on one line, or what is wrong with it. */
export function nameFault(name: string): string | undefined {
	if (name === '') return 'Give a name; it stands beside every change.';
	if (name.length > 80 || /\p{C}/u.test(name)) return 'A name has at most 80 characters, on one line.';
	return undefined;
}

/** What is wrong with an email address; only its shape is looked at. */
export function emailFault(email: string): string | undefined {
	const fits = email.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email);
	return fits ? undefined : 'Give an email address such as ann@example.org.';
}

/** What is wrong with a new password. Length counts, not kinds of characters. */
export function passwordFault(password: string, user: { name: string; email: string }): string | undefined {
	const length = [...password].length;
	if (length < LEAST_PASSWORD)
		return `A password has at least ${LEAST_PASSWORD} characters; a short sentence is a good one.`;
	if (length > MOST_PASSWORD) return `A password has at most ${MOST_PASSWORD} characters.`;
	const plain = password.toLowerCase();
	const [own = ''] = user.email.split('@');
	const given = [user.email, user.name.toLowerCase(), own.repeat(2)].includes(plain) || /^(.)\1+$/u.test(plain);
	return given ? 'That password is too easy to guess: choose other words.' : undefined;
}

/** Spaces around what was typed, and capitals, do not tell two addresses apart. */
export function emailOf(typed: string): string {
	return typed.trim().toLowerCase();
}

export function isRole(word: string): word is Role {
	return ROLES.some((role) => role === word);
}
