import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { Day } from '$lib/records/day';
import { instant, now } from '../config/clock';
import { startTask, type Running } from './child';
import type { Look } from '../ingest/table/read';
import type { Ended, Task, Told, Tried } from './task';

/** Where an import stands. */
export type Step =
	/** The file is being looked at. */
	| { step: 'looking' }
	/** A person says which column is which; `fault` is why it could not be read as told. */
	| { step: 'columns'; fault: string | null }
	/** It is being tried out; `share` is how much of it, 0 to 1. */
	| { step: 'reading'; share: number }
	/** What it would do is known. `stale`: somebody has changed the ledger since. */
	| { step: 'ready'; tried: Tried; stale: boolean }
	| { step: 'writing'; tried: Tried; share: number }
	| { step: 'written'; tried: Tried; revision: number }
	/** It cannot be read at all. */
	| { step: 'refused'; fault: string };

/** A file that somebody brings in. It is theirs: nobody else sees it. */
export interface Job {
	id: string;
	user: number;
	/** What the file is called. */
	name: string;
	/** In bytes. */
	size: number;
	/** When it came, in milliseconds since 1970. */
	came: number;
	look: Look | null;
	told: Told;
	state: Step;
}

interface Held extends Job {
	folder: string;
	running: Running | undefined;
	/** Counts what is started, so that what an earlier start had to say is not taken for a later one's. */
	turn: number;
}

/** The file is larger than is taken in. */
export class TooLarge extends Error {}

/** The imports that somebody has open are too many. */
export class TooMany extends Error {}

/** Files that one person may have waiting, and how long an untouched one waits. */
const MOST_EACH = 5;
const KEPT = 24 * 60 * 60_000;

let place: { folder: string; db: string } | undefined;
const jobs = new Map<string, Held>();
/** How many files of each person are on their way in at this moment. */
const arriving = new Map<number, number>();

function openPlace(): { folder: string; db: string } {
	if (!place) throw new Error('An import was asked for before openImports.');
	return place;
}

/** Makes the folder for files on their way in, beside the database. What an earlier run of the server left there is thrown away. */
export function openImports(db: string): void {
	closeImports();
	place = { folder: `${db}.imports`, db };
	rmSync(place.folder, { recursive: true, force: true });
}

/** Ends what is under way and throws away every file. */
export function closeImports(): void {
	for (const job of jobs.values()) job.running?.kill();
	jobs.clear();
	if (place) rmSync(place.folder, { recursive: true, force: true });
	place = undefined;
}

/** Whether an import is being written at this moment: others cannot write, then. */
export function isWriting(): boolean {
	return [...jobs.values()].some(({ state }) => state.step === 'writing');
}

/** How often it is looked whether an import has been written, in milliseconds. */
const LOOK_EVERY = 50;

/** Waits, at most so many milliseconds, until no import is being written; false where one still is. */
export async function waitForImport(most: number): Promise<boolean> {
	for (let waited = 0; isWriting() && waited < most; waited += LOOK_EVERY) await setTimeout(LOOK_EVERY);
	return !isWriting();
}

function forget(job: Held): void {
	job.turn++;
	job.running?.kill();
	jobs.delete(job.id);
	rmSync(job.folder, { recursive: true, force: true });
}

function sweep(): void {
	const old = instant() - KEPT;
	for (const job of jobs.values()) if (job.came < old && !job.running) forget(job);
}

/** Somebody's imports, the newest first. */
export function jobsOf(user: number): Job[] {
	sweep();
	return [...jobs.values()].filter((job) => job.user === user).reverse();
}

/** One of somebody's imports; undefined where they have none of this name. */
export function jobOf(user: number, id: string): Job | undefined {
	return findJob(user, id);
}

function findJob(user: number, id: string): Held | undefined {
	const job = jobs.get(id);
	return job?.user === user ? job : undefined;
}

/** Where what was said of the lines of a file is kept. */
export function linesFile(job: Job): string {
	return join(openPlace().folder, job.id, 'staging.db');
}

/** The file name that a browser sent, without folders and what no screen shows. */
function nameOf(sent: string): string {
	const name = sent.replace(/^.*[/\\]/, '').replace(/\p{C}+/gu, ' ');
	return name.trim().slice(0, 120) || 'file';
}

/**
 * Takes a file in as it comes, and has it looked at.
 *
 * @throws {TooLarge} past `most` bytes
 * @throws {TooMany} where the person has as many imports waiting as they may
 */
export async function receive(
	user: number,
	{ name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
	most: number
): Promise<Job> {
	const own = jobsOf(user);
	const onTheWay = arriving.get(user) ?? 0;
	const done = own.findLast(({ state }) => state.step === 'written' || state.step === 'refused');
	if (own.length + onTheWay >= MOST_EACH) {
		if (!done) throw new TooMany();
		cancel(user, done.id);
	}
	arriving.set(user, onTheWay + 1);
	try {
		return await receiveFile(user, { name, bytes }, most);
	} finally {
		const left = (arriving.get(user) ?? 1) - 1;
		if (left > 0) arriving.set(user, left);
		else arriving.delete(user);
	}
}

async function receiveFile(
	user: number,
	{ name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
	most: number
): Promise<Job> {
	const id = randomBytes(12).toString('base64url');
	const folder = join(openPlace().folder, id);
	mkdirSync(folder, { recursive: true });
	let size = 0;
	const counter = new Transform({
		transform(chunk: Uint8Array, _, done) {
			size += chunk.length;
			if (size > most) done(new TooLarge());
			else done(null, chunk);
		}
	});
	try {
		await pipeline(bytes, counter, createWriteStream(join(folder, 'file')));
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	const job: Held = {
		...{ id, user, folder, size, name: nameOf(name), came: instant() },
		...{ look: null, told: { as: null, map: [] }, state: { step: 'looking' }, running: undefined, turn: 0 }
	};
	jobs.set(id, job);
	void run(job, { task: 'look', path: join(folder, 'file'), name: job.name }, () => undefined);
	return job;
}

async function run(job: Held, task: Task, tell: (share: number) => void): Promise<void> {
	const turn = ++job.turn;
	job.running = startTask(task, (share) => {
		if (job.turn === turn) tell(share);
	});
	const ended = await job.running.ended;
	if (job.turn !== turn) return;
	job.running = undefined;
	job.state = nextStep(job, ended);
}

function nextStep(job: Held, ended: Ended): Step {
	if ('look' in ended) {
		job.look = ended.look;
		return { step: 'columns', fault: null };
	}
	if ('tried' in ended) return { step: 'ready', tried: ended.tried, stale: false };
	const tried = job.state.step === 'writing' ? job.state.tried : undefined;
	if ('written' in ended) {
		const { revision } = ended.written;
		if (!tried) throw new Error('Something was written that had not been tried out.');
		return revision === null ? { step: 'ready', tried, stale: true } : { step: 'written', tried, revision };
	}
	const told = ended.columns || job.look?.columns;
	return told ? { step: 'columns', fault: ended.fault } : { step: 'refused', fault: ended.fault };
}

/** Tries a file out as it is told to be read: what each line would do, and what all of them do to the totals. Nothing is written. */
export function tryOut(user: number, id: string, told: Told, day: Day): void {
	const job = findJob(user, id);
	if (!job?.look || job.running) return;
	const staging = linesFile(job);
	rmSync(staging, { force: true });
	job.told = told;
	job.state = { step: 'reading', share: 0 };
	const { db } = openPlace();
	const path = join(job.folder, 'file');
	void run(job, { task: 'read', db, staging, told, day, at: now(), path, name: job.name }, (share) => {
		job.state = { step: 'reading', share };
	});
}

/** Takes an import back to its columns, to have them told otherwise. */
export function returnToColumns(user: number, id: string): void {
	const job = findJob(user, id);
	if (!job?.look || job.state.step === 'writing' || job.state.step === 'written') return;
	job.turn++;
	job.running?.kill();
	job.running = undefined;
	job.state = { step: 'columns', fault: null };
}

/** Writes what was tried out, all of it as one revision or nothing. */
export function write(user: number, id: string, { who, why }: { who: string; why: string }): void {
	const job = findJob(user, id);
	if (!job || job.state.step !== 'ready' || job.state.stale || isWriting()) return;
	const { tried } = job.state;
	const records = tried.counts.new + tried.counts.changed;
	if (records === 0 || tried.counts.refused > 0 || tried.misfits.length > 0) return;
	job.state = { step: 'writing', tried, share: 0 };
	const { revision } = tried;
	const signature = { who, why, at: now() };
	const task: Task = { task: 'write', db: openPlace().db, staging: linesFile(job), revision, records, signature };
	void run(job, task, (share) => {
		job.state = { step: 'writing', tried, share };
	});
}

/** Throws all imports of somebody away, and waits until none of them holds the ledger any more. */
export async function cancelAll(user: number): Promise<void> {
	const own = [...jobs.values()].filter((job) => job.user === user);
	const ends = own.flatMap(({ running }) => (running ? [running.ended] : []));
	own.forEach(forget);
	await Promise.all(ends);
}

/** Ends an import at any moment and throws its file away. What is written already stays written. */
export function cancel(user: number, id: string): void {
	const job = findJob(user, id);
	if (job) forget(job);
}
