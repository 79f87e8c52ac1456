/** Whether a fault is that another process writes to the database at this moment. */
export function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
