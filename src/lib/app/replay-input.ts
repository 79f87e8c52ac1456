/**
 * Puts in again what was typed and chosen before the code of a page was there, and lets the page answer it: taking the page over has
 * put back what the server wrote. Called once, after that.
 */
export function replayInput(): void {
	const kept = globalThis.touched ?? [];
	globalThis.touched = undefined;
	// One answer for a form, however much of it was changed.
	const last = new Map<object, HTMLInputElement>();
	for (const [field, [value, checked]] of kept) {
		if (field.type === 'file') continue;
		field.value = value;
		field.checked = checked;
		last.set(field.form ?? field, field);
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}
	for (const field of last.values()) field.dispatchEvent(new Event('change', { bubbles: true }));
}
