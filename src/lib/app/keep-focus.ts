/** Remembers which control of a form has the focus; what it returns gives the focus to the same one after all are made anew. */
export function keepFocus(): () => void {
	const { name = '', value } = (document.activeElement ?? {}) as Partial<HTMLInputElement>;
	return () => {
		const again = [...document.getElementsByName(name)] as HTMLInputElement[];
		(again.find((each) => each.value === value) ?? again[0])?.focus();
	};
}
