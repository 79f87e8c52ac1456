/** How deep a record goes at the very most is a handful; what reads values calls itself at each level. */
export const MOST_DEPTH = 64;

/** Whether a value of JSON is nested deeper than is read here. It looks without calling itself, so that no depth is too much for it. */
export function isDeep(value: unknown): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_DEPTH) return true;
		const next: unknown[] = [];
		for (const each of level) {
			if (typeof each !== 'object' || each === null) continue;
			for (const inner of Object.values(each) as unknown[])
				if (typeof inner === 'object' && inner !== null) next.push(inner);
		}
		level = next;
	}
	return false;
}
