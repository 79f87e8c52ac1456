import type { Inks } from '../export/context';
import type { Theme } from './types';

const TOKENS = {
	paper: '--paper',
	paper2: '--paper-2',
	ink: '--ink',
	ink2: '--ink-2',
	ink3: '--ink-3',
	grid: '--grid',
	rule: '--rule',
	ruleStrong: '--rule-strong',
	green: '--c-recognised',
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

/** The colours in force at an element. A token may be a pair of colours, so the browser is asked for the one it would paint. */
export function readTheme(at: HTMLElement): Theme {
	return read(at, TOKENS);
}

/** What a picture is painted with, as it is at an element. */
export function readInks(at: HTMLElement): Inks {
	const display = getComputedStyle(document.documentElement).getPropertyValue('--font-display');
	return { theme: readTheme(at), display };
}

/** Colours by name, each read from its token, as the browser paints them at an element. */
export function readColours<Name extends string>(at: HTMLElement, tokens: Record<Name, string>): Record<Name, string> {
	return read(at, tokens);
}

function read<Name extends string>(at: HTMLElement, tokens: Record<Name, string>): Record<Name | 'font', string> {
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
	// Asked only once all are there: the browser works out the styles a single time.
	at.append(probes);
	const colours = Object.fromEntries(entries.map(([name, probe]) => [name, getComputedStyle(probe).color]));
	const font = getComputedStyle(probes).fontFamily;
	probes.remove();
	return { ...colours, font } as Record<Name | 'font', string>;
}

/** Calls back when the colours may have changed: the page's own switch, the system's scheme or contrast, paper. */
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
