/** What falls into one period, whole dollars. */
export interface PeriodAmounts {
	due_usd: number;
	ahead_usd: number;
	/** Would fall into it if it were signed. */
	unsigned_usd?: number;
}

/** All that falls into a period. */
export function periodTotal({ due_usd, ahead_usd, unsigned_usd = 0 }: PeriodAmounts): number {
	return due_usd + ahead_usd + unsigned_usd;
}
