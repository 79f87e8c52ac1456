/** One field that differs. A field that is not there is undefined, as distinct from null, which is recorded. */
export interface FieldChange {
	path: (string | number)[];
	/** What tells the entry of a list from its neighbours, where the field lies in one: its day, its key, its year. */
	entry?: string;
	before: unknown;
	after: unknown;
}

/** A path as it is written: `events[1].value.high`. */
export function pathText(path: FieldChange['path']): string {
	return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

type Group = Record<string, unknown>;

/** Lists longer than this are compared place by place: what the comparison costs grows with the square. */
const LONGEST = 1_000;

function isGroup(value: unknown): value is Group {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(text).join()}]`;
	if (!isGroup(value)) return JSON.stringify(value) ?? '';
	const names = Object.keys(value).filter((name) => value[name] !== undefined);
	return `{${names
		.sort()
		.map((name) => `${JSON.stringify(name)}:${text(value[name])}`)
		.join()}}`;
}

/** What an entry of a list is called by: events by day and type, sources by key, stakes by company, years by year. */
function entryName(entry: unknown): string | undefined {
	if (!isGroup(entry)) return undefined;
	const name = entry.key ?? entry.in ?? entry.year ?? entry.from ?? entry.on;
	if (name === undefined) return undefined;
	return entry.on === name && typeof entry.type === 'string' ? `${String(name)} ${entry.type}` : String(name);
}

/** Pairs of places that hold the same, in rising order on both sides: a longest common subsequence. */
function commonEntries(before: string[], after: string[]): [number, number][] {
	const [rows, columns] = [before.length, after.length];
	const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
	const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
	for (let i = rows - 1; i >= 0; i--) {
		for (let j = columns - 1; j >= 0; j--) {
			longest[i]![j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < rows && j < columns;) {
		if (before[i] === after[j]) pairs.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	return pairs;
}

/** The places of one stretch that are the same entry, changed: by name, else, where as many go as come, in their order. */
function pairEntries(before: unknown[], after: unknown[]): Map<number, number> {
	const pairs = new Map<number, number>();
	const taken = new Set<number>();
	before.forEach((entry, i) => {
		const name = entryName(entry);
		const j = after.findIndex((other, place) => !taken.has(place) && entryName(other) === name);
		if (name === undefined || j < 0) return;
		pairs.set(i, j);
		taken.add(j);
	});
	const left = before.flatMap((entry, i) => (isGroup(entry) && !pairs.has(i) ? [i] : []));
	const right = after.flatMap((entry, j) => (isGroup(entry) && !taken.has(j) ? [j] : []));
	if (left.length === right.length) left.forEach((i, n) => pairs.set(i, right[n]!));
	return pairs;
}

function ofLists(before: unknown[], after: unknown[], path: FieldChange['path']): FieldChange[] {
	const long = Math.max(before.length, after.length) > LONGEST;
	const stops = long ? [] : commonEntries(before.map(text), after.map(text));
	const found: FieldChange[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...stops, [before.length, after.length] as const]) {
		const [out, into] = [before.slice(i, nextI), after.slice(j, nextJ)];
		const pairs = pairEntries(out, into);
		out.forEach((entry, n) => {
			const m = pairs.get(n);
			if (m === undefined) {
				found.push({ path: [...path, i + n], entry: entryName(entry), before: entry, after: undefined });
				return;
			}
			const name = entryName(into[m]) ?? entryName(entry);
			for (const each of between(entry, into[m], [...path, j + m])) found.push({ ...each, entry: name });
		});
		const matched = new Set(pairs.values());
		into.forEach((entry, m) => {
			if (matched.has(m)) return;
			found.push({ path: [...path, j + m], entry: entryName(entry), before: undefined, after: entry });
		});
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return found;
}

function between(before: unknown, after: unknown, path: FieldChange['path']): FieldChange[] {
	if (text(before) === text(after)) return [];
	if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path);
	if (!isGroup(before) || !isGroup(after)) return [{ path, before, after }];
	const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
	return names.flatMap((name) => between(before[name], after[name], [...path, name]));
}

/**
 * The fields in which two versions of a record differ, in the order of the later one; none where they say the same. Entries of
 * lists are matched before they are compared, so that one that is put in does not make all after it look changed. Of a record
 * that is new (`before` null) or removed (`after` null), every field.
 */
export function difference(before: unknown, after: unknown): FieldChange[] {
	return between(before ?? {}, after ?? {}, []);
}

/** A text that changed: what both begin with, what went, what came, what both end with; parted between words. */
export interface TextChange {
	head: string;
	gone: string;
	come: string;
	tail: string;
}

/** Finds the one stretch of words in which two texts differ. */
export function textChange(before: string, after: string): TextChange {
	const [a, b] = [before, after].map((each) => each.split(/(?<=\s)/)) as [string[], string[]];
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const middle = (words: string[]) => words.slice(start, words.length - end).join('');
	return {
		head: a.slice(0, start).join(''),
		gone: middle(a),
		come: middle(b),
		tail: a.slice(a.length - end).join('')
	};
}
