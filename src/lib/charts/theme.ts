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
	const probe = at.ownerDocument.createElement('span');
	probe.hidden = true;
	probe.style.setProperty('forced-color-adjust', 'none');
	at.append(probe);
	const style = getComputedStyle(probe);
	const colours = Object.fromEntries(
		Object.entries(TOKENS).map(([name, token]) => {
			probe.style.color = `var(${token})`;
			return [name, style.color];
		})
	) as Record<keyof typeof TOKENS, string>;
	probe.style.fontFamily = 'var(--font-data)';
	const font = style.fontFamily;
	probe.remove();
	return { ...colours, font };
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
