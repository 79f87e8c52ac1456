import { setup } from '../../src/server/setup.mjs';

/** Runs once before the tests that need the real build: builds it when the sources have changed since. */
export default async function bringBuild(): Promise<void> {
	await setup(['build', 'build-cli']);
}
