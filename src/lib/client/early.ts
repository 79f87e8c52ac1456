/**
 * What was typed and chosen before the code of a page was there: taking the page over would put back what the server wrote. To be
 * called before that; what it returns is called after, puts it all in again and lets the page answer it.
 */
export function entered(): () => void {
	const kept = [...(globalThis.touched ?? [])].map((field) => ({
		field,
		value: field.value,
		on: 'checked' in field && field.checked
	}));
	globalThis.touched = undefined;
	return () => {
		for (const { field, value, on } of kept) {
			if (field.type === 'file') continue;
			field.value = value;
			if ('checked' in field) field.checked = on;
		}
		// One answer for a form, however much of it was changed.
		const last = new Map(kept.map(({ field }) => [field.form ?? field, field]));
		for (const { field } of kept) field.dispatchEvent(new Event('input', { bubbles: true }));
		for (const field of last.values()) field.dispatchEvent(new Event('change', { bubbles: true }));
	};
}
