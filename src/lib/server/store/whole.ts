import type Database from 'better-sqlite3';
import type { Projection, RecordKind } from '$lib/records';

/** Where the records stand: those of the ledger, or those with what is staged in their place. */
const SOURCES = {
	ledger: 'select kind, key, body from record',
	staged: `select kind, key, body from staged
		union all
		select kind, key, body from record
		where not exists (select 1 from staged where staged.kind = record.kind and staged.key = record.key)`
};

/** What a ledger too large for memory is asked as a whole, by SQL. */
export class WholeLedger {
	private readonly named: Database.Statement<[string, string]>;

	constructor(
		private readonly db: Database.Database,
		private readonly source: keyof typeof SOURCES
	) {
		this.named = db.prepare(`${this.with} select 1 from standing where kind = ? and key = ?`);
	}

	private get with(): string {
		return `with standing as (${SOURCES[this.source]})`;
	}

	/** Whether there is a record. */
	has(kind: RecordKind, key: string): boolean {
		return this.named.get(kind, key) !== undefined;
	}

	/** The deals that are part of another, with that other, sorted by slug. */
	parts(): { slug: string; part_of: string }[] {
		return this.db
			.prepare<[], { slug: string; part_of: string }>(
				`${this.with} select key as slug, body ->> '$.part_of' as part_of from standing
				where kind = 'deals' and body ->> '$.part_of' is not null order by slug`
			)
			.all();
	}

	/** The slugs of all organisations. */
	organisations(): string[] {
		return this.db
			.prepare<[], { key: string }>(`${this.with} select key from standing where kind = 'organisations'`)
			.all()
			.map(({ key }) => key);
	}

	/** All projections, sorted by slug. */
	projections(): Projection[] {
		return this.db
			.prepare<[], { body: string }>(`${this.with} select body from standing where kind = 'projections' order by key`)
			.all()
			.map(({ body }) => JSON.parse(body) as Projection);
	}

	/** The highest value that each deal has ever had, added up: what all headlines come to. */
	headlines(): bigint {
		const row = this.db
			.prepare<[], { total: bigint | null }>(
				`${this.with} select sum((
					select max(coalesce(event.value ->> '$.value.high', event.value ->> '$.value.central', event.value ->> '$.value.low', 0))
					from json_each(standing.body, '$.events') as event
				)) as total from standing where kind = 'deals'`
			)
			.safeIntegers()
			.get();
		return BigInt(row?.total ?? 0);
	}

	/** How many records there are. */
	size(): number {
		return this.db.prepare<[], { n: number }>(`${this.with} select count(*) as n from standing`).get()?.n ?? 0;
	}
}
