import type { Theme } from './types';
import type { DrawingStyle } from './types';

const TOKENS = {
	paper: '--paper',
	paper2: '--paper-2',
	ink: '--ink',
	ink2: '--ink-2',
	ink3: '--ink-3',
	grid: '--grid',
	rule: '--rule',
	ruleStrong: '--rule-strong',
	green: '--green',
	due: '--c-due',
	greenWash: '--green-wash',
	headline: '--c-headline',
	counted: '--c-counted',
	projection: '--c-projection',
	hatch: '--c-hatch',
	term: '--term',
	termText: '--term-text',
	idio: '--idio',
	idioText: '--idio-text',
	neutral: '--neutral',
	alert: '--alert'
} as const satisfies Partial<Record<keyof Theme, string>>;

/** The theme as the browser resolves it at an element. */
export function readTheme(at: HTMLElement): Theme {
	return readTokens(at, TOKENS);
}

/** What a drawing is painted with at an element. */
export function readDrawingStyle(at: HTMLElement): DrawingStyle {
	const display = getComputedStyle(document.documentElement).getPropertyValue('--font-display');
	return { theme: readTheme(at), display };
}

/** Colours by name as the browser would paint them: a token may hold `light-dark()`, so its text says nothing; and the font family. */
export function readTokens<Name extends string>(
	at: HTMLElement,
	tokens: Record<Name, string>
): Record<Name | 'font', string> {
	const { ownerDocument } = at;
	const probes = ownerDocument.createElement('span');
	probes.hidden = true;
	probes.style.setProperty('forced-color-adjust', 'none');
	probes.style.fontFamily = 'var(--font-data)';
	const entries = Object.entries<string>(tokens).map(([name, token]) => {
		const probe = ownerDocument.createElement('i');
		probe.style.color = `var(${token})`;
		return [name, probe] as const;
	});
	probes.append(...entries.map(([, probe]) => probe));
	// All probes first, then all styles: the browser computes styles once.
	at.append(probes);
	const colours = Object.fromEntries(entries.map(([name, probe]) => [name, getComputedStyle(probe).color]));
	const font = getComputedStyle(probes).fontFamily;
	probes.remove();
	return { ...colours, font } as Record<Name | 'font', string>;
}

/** Calls back when the theme may have changed: the page's switch, the system's scheme or contrast, print. Returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
	const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', 'print'].map(
		(query) => matchMedia(query)
	);
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	for (const query of queries) query.addEventListener('change', changed);
	return () => {
		observer.disconnect();
		for (const query of queries) query.removeEventListener('change', changed);
	};
}
