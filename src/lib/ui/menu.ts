/**
 * An action for `<details class="menu">`: Escape shuts it and gives the focus back, and so does whatever leaves it: a press or the
 * focus elsewhere, a link in it that leads to another page. Without a script it opens and shuts by its summary.
 */
export function closeOnLeave(menu: HTMLDetailsElement): { destroy: () => void } {
	const off = new AbortController();
	const { signal } = off;
	const leave = ({ target }: Event) => {
		if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
	};
	addEventListener('pointerdown', leave, { signal });
	addEventListener('focusin', leave, { signal });
	addEventListener(
		'keydown',
		(event) => {
			if (event.key !== 'Escape' || !menu.open) return;
			menu.open = false;
			menu.querySelector('summary')?.focus();
		},
		{ signal }
	);
	menu.addEventListener(
		'click',
		({ target }) => {
			if (target instanceof Element && target.closest('a:not([download])')) menu.open = false;
		},
		{ signal }
	);
	return { destroy: () => off.abort() };
}
