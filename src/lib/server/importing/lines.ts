import { allLines, linesOf } from '../store/lines';
import { linesFile, type Job } from './jobs';

/** What an import would do with the lines of its file that have one outcome, `most` of them from a place on. */
export function readLines(job: Job, status: Parameters<typeof linesOf>[1], from: number, most: number) {
	return linesOf(linesFile(job), status, from, most);
}

/** What an import would do with every line of its file, in their order; a thousand are in memory at a time. */
export function readAllLines(job: Job) {
	return allLines(linesFile(job));
}
