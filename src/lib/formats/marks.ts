/** Whether a file begins with certain bytes. */
export function hasMark(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, i) => bytes[i] === byte);
}
