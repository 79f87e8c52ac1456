import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from './server';

/** How many files are named. */
const NAMED = 10;

/** Ends a run with the files that took longest: where time is lost is seen before it is felt. A single file needs no such list. */
export default class Slowest implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		if (modules.length < 2) return;
		const files = modules.map((file) => {
			const { collectDuration, duration, setupDuration } = file.diagnostic();
			return { name: relative(root, file.moduleId), seconds: (collectDuration + setupDuration + duration) / 1000 };
		});
		files.sort((a, b) => b.seconds - a.seconds);
		const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
		const lines = files.slice(0, NAMED).map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`);
		process.stdout.write(
			`\nThe slowest of ${files.length} files, which took ${all.toFixed(0)} s in all:\n${lines.join('\n')}\n`
		);
	}
}
