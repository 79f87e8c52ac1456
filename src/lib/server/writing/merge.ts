type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value after a merge patch (RFC 7396): null takes a member away, lists are replaced whole. Neither argument changes. */
export function mergePatch(target: unknown, patch: unknown): unknown {
	if (!isGroup(patch)) return patch;
	const members = new Map(isGroup(target) ? Object.entries(target) : []);
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) members.delete(name);
		else members.set(name, mergePatch(members.get(name), value));
	}
	// Makes own members of every name, `__proto__` too.
	return Object.fromEntries(members);
}
