/** What a form says as a query: empty values left out, ticks of one name joined by commas. */
export function readFormQuery(form: HTMLFormElement): URLSearchParams {
	const params = new URLSearchParams();
	for (const [name, value] of new FormData(form)) {
		if (typeof value !== 'string' || value === '') continue;
		const before = params.get(name);
		params.set(name, before === null ? value : `${before},${value}`);
	}
	return params;
}
