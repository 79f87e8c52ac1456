import type { Settings } from './settings.ts';

/** The day that counts as today, in UTC: the one that is set, else the clock's. The only edge where a clock is read. */
export function today(settings: Pick<Settings, 'today'>): string {
	return settings.today ?? now().slice(0, 10);
}

/** This instant in UTC as ISO 8601 with milliseconds, for the log and for the history of changes. */
export function now(): string {
	return new Date().toISOString();
}

/** This moment in milliseconds since 1970, for what lasts so and so long: sessions, links, limits. */
export function instant(): number {
	return Date.now();
}

/** A moment as `now` writes it. */
export function momentText(at: number): string {
	return new Date(at).toISOString();
}
