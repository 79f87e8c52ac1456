import { DEFINITIONS } from '$lib/records/definitions';
import { recordsOf, type RecordKind, type Records } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { crossFaults } from '$lib/records/rules';
import type { SchemaFault } from '$lib/records/faults';
import { showValue } from '$lib/records/faults';
import { parseTable } from './csv';
import { sortFaults, type Fault } from './fault';
import { Folder } from './files';
import { lineOf, parseYaml, type Parsed } from './yaml';

/** A dataset without a fault, or all its faults. */
export type Dataset = { records: Records } | { faults: Fault[] };

/** Turns a fault of a record into one of a file. */
type Locate = (fault: SchemaFault) => Fault;

const LISTS = ['organisations', 'projections', 'indicators', 'coverage', 'terms'] as const;
const TABLES = ['capex', 'guidance', 'fundamentals'] as const;
const REQUIRED: RecordKind[] = ['organisations', 'projections'];

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Reader {
	readonly faults: Fault[] = [];
	readonly records = recordsOf();
	/** Slugs seen, even of records with faults: naming one of them is not a second fault. */
	readonly known = { deals: [] as string[], organisations: [] as string[], projections: [] as string[] };
	/** False once a file that others lean on could not be read at all. */
	whole = true;
	private readonly located: Record<RecordKind, Locate[]> = {
		deals: [],
		organisations: [],
		projections: [],
		indicators: [],
		coverage: [],
		terms: [],
		capex: [],
		guidance: [],
		fundamentals: []
	};

	constructor(private readonly folder: Folder) {}

	private take<K extends RecordKind>(kind: K, raw: unknown, locate: Locate): void {
		const checked = checkRecord(kind, raw);
		if ('faults' in checked) {
			this.faults.push(...checked.faults.map(locate));
			return;
		}
		const list: Records[K][number][] = this.records[kind];
		list.push(checked.record);
		this.located[kind].push(locate);
	}

	/** The text of a file as YAML; reports what keeps it from being read. */
	private yaml(file: string): Parsed | undefined {
		const text = this.folder.read(file);
		if (typeof text !== 'string') {
			this.faults.push(text);
			return undefined;
		}
		const parsed = parseYaml(text);
		if (!('value' in parsed)) {
			this.faults.push({ ...parsed, file: this.folder.show(file) });
			return undefined;
		}
		this.faults.push(...parsed.faults.map((fault) => ({ ...fault, file: this.folder.show(file) })));
		return parsed;
	}

	deals(): void {
		const names = this.folder.list('deals');
		if (!Array.isArray(names)) {
			this.faults.push(names);
			this.whole = false;
			return;
		}
		for (const name of names) {
			const file = `deals/${name}`;
			if (name.endsWith('.yaml')) this.deal(file, name.slice(0, -'.yaml'.length));
			else {
				const shown = this.folder.show(file);
				this.faults.push({ file: shown, path: [], expected: 'a file named <slug>.yaml', got: showValue(name) });
			}
		}
	}

	private deal(file: string, slug: string): void {
		this.known.deals.push(slug);
		const parsed = this.yaml(file);
		if (!parsed) return;
		const { value, place } = parsed;
		const locate: Locate = (fault) => {
			const named = fault.path[0] === 'slug';
			const at = { ...fault, file: this.folder.show(file) };
			return named ? { ...at, path: ['name of the file'] } : { ...at, line: lineOf(place, fault.path) };
		};
		if (!isGroup(value)) {
			this.faults.push(locate({ path: [], expected: 'the fields of a deal', got: showValue(value) }));
			return;
		}
		if ('slug' in value) {
			const fault = {
				path: ['slug'],
				expected: 'no slug (the name of the file is the slug)',
				got: showValue(value.slug)
			};
			this.faults.push({ ...fault, file: this.folder.show(file), line: lineOf(place, ['slug']) });
		}
		// A part that could not be read is reported already; what is missing because of it is not a second fault.
		if (parsed.faults.length === 0) this.take('deals', { ...value, slug }, locate);
	}

	list(kind: (typeof LISTS)[number]): void {
		const file = `${kind}.yaml`;
		if (!REQUIRED.includes(kind) && !this.folder.has(file)) return;
		const parsed = this.yaml(file);
		const shown = this.folder.show(file);
		if (!parsed || !Array.isArray(parsed.value)) {
			if (parsed) {
				const got = showValue(parsed.value);
				this.faults.push({ file: shown, line: parsed.place.line, path: [], expected: `a list of ${kind}`, got });
			}
			if (REQUIRED.includes(kind)) this.whole = false;
			return;
		}
		const broken = new Set(parsed.faults.map(({ path }) => path[0]));
		parsed.value.forEach((raw: unknown, index) => {
			const named = kind === 'organisations' || kind === 'projections';
			if (named && isGroup(raw) && typeof raw.slug === 'string') this.known[kind].push(raw.slug);
			if (broken.has(index)) return;
			this.take(kind, raw, (fault) => {
				const path = [index, ...fault.path];
				return { ...fault, file: shown, line: lineOf(parsed.place, path), path };
			});
		});
	}

	table(kind: (typeof TABLES)[number]): void {
		const file = `${kind}.csv`;
		if (!this.folder.has(file)) return;
		const text = this.folder.read(file);
		if (typeof text !== 'string') {
			this.faults.push(text);
			return;
		}
		const shown = this.folder.show(file);
		const table = parseTable(text, DEFINITIONS[kind].fields);
		this.faults.push(...table.faults.map((fault) => ({ ...fault, file: shown })));
		for (const { line, value } of table.rows) this.take(kind, value, (fault) => ({ ...fault, file: shown, line }));
	}

	between(): void {
		if (!this.whole) return;
		for (const { kind, index, ...fault } of crossFaults(this.records, this.known)) {
			const locate = index === undefined ? undefined : this.located[kind][index];
			this.faults.push(locate ? locate(fault) : { ...fault, file: this.folder.show(kind) });
		}
	}
}

/**
 * Reads a dataset: `deals/*.yaml`, `organisations.yaml` and `projections.yaml`, and where they are there `indicators.yaml`, `coverage.yaml`, `terms.yaml`,
 * `capex.csv`, `guidance.csv` and `fundamentals.csv` (MODEL section 2). Everything wrong is reported at once, by file and
 * line; a dataset with a fault gives no records. Paths in messages begin with `path` as given.
 */
export function readDataset(path: string): Dataset {
	const folder = new Folder(path);
	const root = folder.list('');
	if (!Array.isArray(root)) return { faults: [root] };
	const reader = new Reader(folder);
	reader.deals();
	for (const kind of LISTS) reader.list(kind);
	for (const kind of TABLES) reader.table(kind);
	reader.between();
	return reader.faults.length > 0 ? { faults: sortFaults(reader.faults) } : { records: reader.records };
}
