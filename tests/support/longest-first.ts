import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Groups of specs whose files take longest: a file waits for a browser or a server about in this order. */
const GROUPS = ['browser', 'http', 'unit', 'data'];

/** The file that opens every page takes about a third of a run by one worker: begun last, it would run on alone. */
const LONGEST = /every-page\.spec\.ts$/;

/**
 * Starts the files first that take longest, so that the workers end together: those with a browser, then those with a server; within a
 * group the larger file. Vitest itself goes by times of an earlier run, of which a fresh machine has none.
 */
export default class LongestFirst extends BaseSequencer {
	override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const weights = new Map(
			files.map((file) => {
				const group = GROUPS.length - GROUPS.indexOf(file.project.name);
				return [file, [Number(LONGEST.test(file.moduleId)), group, statSync(file.moduleId).size] as const];
			})
		);
		const weightOf = (file: TestSpecification) => weights.get(file) ?? [0, 0, 0];
		return Promise.resolve(
			files.toSorted((a, b) => {
				const [x, y] = [weightOf(a), weightOf(b)];
				return y[0] - x[0] || y[1] - x[1] || y[2] - x[2];
			})
		);
	}
}
