import type Database from 'better-sqlite3';
import type { Definition, Field, Fields } from '$lib/records/define';
import { DEFINITIONS } from '$lib/records/definitions';
import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { isBusy } from './busy';

/**
 * The records as tables, for whoever opens the database with a tool of their own: the application does not read them. They are made
 * of the definitions of records at each opening, so that a field shows without a migration.
 *
 * A kind has a view with a column for each field; a list of groups has a view of its own with a row for each entry, and the lists of
 * organisations of a kind have one together. Any other list is a column of JSON.
 */

/** Stands in the text of each, so that one that is no longer made is known as ours. */
const MARK = '/* made from the definitions of records */';

/** The name of a column: a field may be called like a word of SQL. */
function column(name: string): string {
	return `"${name}"`;
}

/** The columns of some fields: `from` is the JSON that holds them, `at` their path in it, `before` what their names begin with. */
function columnsOf(fields: Fields, from: string, at = '$', before = ''): string[] {
	return Object.entries(fields).flatMap(([name, field]): string[] => {
		if (field.sql === false) return [];
		const path = `${at}.${name}`;
		const called = before + (field.sql ?? name);
		const inner = called === before ? before : `${called}_`;
		switch (field.kind) {
			case 'group':
				return field.as === 'amount'
					? Object.keys(field.fields).map((end) => `${from} ->> '${path}.${end}' as ${column(`${inner}${end}_usd`)}`)
					: columnsOf(field.fields, from, path, inner);
			case 'either':
				return columnsOf(Object.assign({}, ...field.groups.map((each) => each.fields)) as Fields, from, path, inner);
			case 'list':
				return [`${from} -> '${path}' as ${column(called)}`];
			default:
				return [`${from} ->> '${path}' as ${column(called)}`];
		}
	});
}

type List = Field & { kind: 'list' };

/** A list of groups of fields: each of its entries is a row. */
function rowsOf(field: Field): (Field & { kind: 'group' }) | undefined {
	return field.kind === 'list' && field.sql !== false && field.entry.kind === 'group' ? field.entry : undefined;
}

/** A list of organisations: each is a party of the record. */
function isParties(field: Field): field is List {
	return field.kind === 'list' && field.sql !== false && field.picks === 'organisations';
}

function isColumn(field: Field): boolean {
	return !rowsOf(field) && !isParties(field);
}

function select(columns: string[], from: string, kind: RecordKind): string {
	return `select\n\t${columns.join(',\n\t')}\nfrom ${from}\nwhere record.kind = '${kind}'`;
}

/** The selections that a view is made of, by its name: one for each kind, or for each list. */
function selections(): Map<string, string[]> {
	const made = new Map<string, string[]>();
	const add = (name: string, text: string) => made.set(name, [...(made.get(name) ?? []), text]);
	const definitions = RECORD_KINDS.map((kind): [RecordKind, Definition] => [kind, DEFINITIONS[kind]]);
	const lists = definitions.flatMap(([, { fields, view }]) =>
		Object.values(fields).flatMap((field) => (rowsOf(field) ? [nameOfRows(field, view)] : []))
	);
	for (const [kind, { fields, view }] of definitions) {
		const own = Object.fromEntries(Object.entries(fields).filter(([, field]) => isColumn(field)));
		add(view, select([...columnsOf(own, 'record.body'), 'record.revision as revision'], 'record', kind));
		for (const [name, field] of Object.entries(fields)) {
			const each = `record, json_each(record.body, '$.${name}') as entry`;
			const entry = rowsOf(field);
			if (entry) {
				const rows = nameOfRows(field, view);
				// A list that several kinds have, such as the sources, tells of each row whose it is.
				const isShared = lists.indexOf(rows) !== lists.lastIndexOf(rows);
				const owner = isShared ? ['record.kind as kind', 'record.key as slug'] : [`record.key as ${column(view)}`];
				const columns = [...owner, 'entry.key + 1 as number', ...columnsOf(entry.fields, 'entry.value')];
				add(rows, select(columns, each, kind));
			} else if (isParties(field)) {
				const role = `'${field.noun ?? name}' as role`;
				const columns = [`record.key as ${column(view)}`, role, 'entry.value as organisation'];
				add(`${view}_party`, select(columns, each, kind));
			}
		}
	}
	return made;
}

function nameOfRows({ sql, noun }: Field, view: string): string {
	return sql || `${view}_${(noun ?? 'entry').replaceAll(' ', '_')}`;
}

/** The text of every view by its name, as SQLite keeps it. */
const VIEWS: ReadonlyMap<string, string> = new Map(
	[...selections()].map(([name, texts]) => [name, `CREATE VIEW ${name} as ${MARK}\n${texts.join('\nunion all\n')}`])
);

/** The views of a database that differ from those of this version: to be dropped, and to be made. */
function differingViews(db: Database.Database): { drop: string[]; make: string[] } {
	const stand = db
		.prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'view'")
		.all();
	const drop = stand.filter(({ name, sql }) => (VIEWS.has(name) || sql.includes(MARK)) && VIEWS.get(name) !== sql);
	const kept = new Set(stand.map(({ name }) => name).filter((name) => !drop.some((each) => each.name === name)));
	return { drop: drop.map(({ name }) => name), make: [...VIEWS.keys()].filter((name) => !kept.has(name)) };
}

/**
 * Makes the views of a database those of this version, and leaves views of others alone. Where nothing differs, nothing is written.
 * While another process writes they stay as they are: nothing here reads them, and the next opening comes to them.
 */
export function renewViews(db: Database.Database): void {
	const isSame = ({ drop, make }: ReturnType<typeof differingViews>) => drop.length + make.length === 0;
	if (isSame(differingViews(db))) return;
	const bring = db.transaction(() => {
		// Another process may have been first.
		const { drop, make } = differingViews(db);
		for (const name of drop) db.exec(`drop view ${column(name)}`);
		for (const name of make) db.exec(VIEWS.get(name) ?? '');
	});
	const patience = Number(db.pragma('busy_timeout', { simple: true }));
	db.pragma('busy_timeout = 0');
	try {
		bring.immediate();
	} catch (error) {
		if (!isBusy(error)) throw error;
	} finally {
		db.pragma(`busy_timeout = ${patience}`);
	}
}
