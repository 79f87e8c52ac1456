import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { REFERENCE, startServer, type RunningServer } from '../support/server.ts';

/** Everything that an answer depends on besides the code: the dataset, the day, the origin and the instants of the history. */

const ENV = { BUILDOUT_TODAY: '2026-11-23', ORIGIN: 'http://golden.example' };

/** What the dataset said before: file, text and the earlier text, so that the second revision changes records of several kinds. */
const EARLIER: [file: string, text: string | RegExp, earlier: string][] = [
	['deals/openai-aws-2025.yaml', 'title: OpenAI rents AWS capacity, $38B', 'title: OpenAI rents from AWS, $38B'],
	['deals/openai-aws-2025.yaml', 'us_share: 1\n', ''],
	['deals/openai-aws-2025.yaml', '- Nvidia GB300\n', ''],
	['deals/openai-aws-2025.yaml', 'central: 38000000000', 'low: 30000000000'],
	['organisations.yaml', 'name: AdaniConneX', 'name: Adani'],
	['projections.yaml', 'low: 500000000000', 'low: 400000000000'],
	['indicators.yaml', 'max: 0.25', 'max: 0.2'],
	['capex.csv', /[^\n]+\n$/, ''],
	['guidance.csv', /[^\n]+\n$/, ''],
	['fundamentals.csv', /[^\n]+\n$/, '']
];

/**
 * Starts the production build of a working copy on the frozen dataset, with a database of its own that holds two revisions.
 *
 * @param project the folder of the working copy
 */
export async function startGolden(project: string): Promise<RunningServer> {
	const folder = mkdtempSync(path.join(tmpdir(), 'buildout-golden-'));
	const db = path.join(folder, 'golden.db');
	const options = { db, env: ENV, project };
	const first = await startServer({ ...options, data: earlierDataset(path.join(folder, 'dataset')) });
	await first.stop();
	const second = await startServer({ ...options, data: REFERENCE });
	await second.stop();
	fixInstants(db);
	const server = await startServer({ ...options, data: REFERENCE });
	return {
		...server,
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function earlierDataset(folder: string): string {
	cpSync(REFERENCE, folder, { recursive: true });
	for (const [file, text, earlier] of EARLIER) {
		const name = path.join(folder, file);
		const now = readFileSync(name, 'utf8');
		const before = now.replace(text, earlier);
		if (before === now) throw new Error(`${file} no longer holds ${text}: the golden set needs another earlier text.`);
		writeFileSync(name, before);
	}
	return folder;
}

/** The clock says when a revision was written. A golden set cannot wait for the same second: revision n is of minute n. */
function fixInstants(file: string): void {
	const db = new Database(file);
	const guard = db
		.prepare<[], { name: string; sql: string }>(
			"select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'revision' and sql like '%before update%'"
		)
		.get();
	if (guard) db.exec(`drop trigger ${guard.name}`);
	db.exec("update revision set at = printf('2026-11-23T08:%02d:00.000Z', id)");
	if (guard) db.exec(guard.sql);
	db.close();
}
