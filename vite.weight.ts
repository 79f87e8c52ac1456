import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/**
 * What a page may weigh: bytes of JavaScript, each file packed by gzip at its best. A build that outgrows it fails. The libraries
 * alone are 33 kB (Svelte, Kit) and 41 kB (Chart.js).
 */
export const BUDGETS: { what: string; holds: string[]; bytes: number }[] = [
	{
		what: 'the dashboard before its chart is wanted',
		holds: ['/src/routes/+layout.svelte', '/src/routes/+error.svelte', '/src/routes/(public)/+page.svelte'],
		bytes: 75_000
	},
	{
		what: 'the dashboard in all',
		holds: [
			'/src/routes/+layout.svelte',
			'/src/routes/+error.svelte',
			'/src/routes/(public)/+page.svelte',
			'/src/lib/charts/engine/register.ts',
			'/src/lib/charts/kinds/spend/chart.ts',
			'/src/lib/features/overview/spend-input.ts',
			'/src/lib/features/ask.ts',
			'/src/lib/features/overview/answer.ts',
			'/src/lib/ledger/book.ts',
			'/src/lib/app/shell/ConnectionNotice.svelte',
			'/src/lib/charts/engine/theme.ts',
			'/src/lib/charts/kinds/years.ts'
		],
		bytes: 150_000
	}
];

/** Two files for what the overview runs on and for what draws and answers it: the many small ones of the bundler pack badly. */
const GATHERED: [name: string, roots: string[]][] = [
	[
		'overview',
		[
			'/src/routes/+layout.svelte',
			'/src/routes/+error.svelte',
			'/src/routes/(public)/+page.ts',
			'/src/routes/(public)/+page.svelte',
			...['folder', 'format', 'importTable', 'list', 'record', 'recordKind', 'rowKind'].map(
				(each) => `/src/params/${each}.ts`
			)
		]
	],
	[
		'answers',
		[
			'/src/lib/charts/kinds/spend/chart.ts',
			'/src/lib/features/overview/spend-input.ts',
			'/src/lib/features/ask.ts',
			'/src/lib/features/overview/answer.ts',
			'/src/lib/ledger/book.ts',
			'/src/lib/charts/kinds/years.ts'
		]
	]
];

/** What a page without a script alone says where it is written on the server; with one it comes with the dialog that is opened. */
const LATE = ['/src/lib/shared/cite.ts'];

/** What every page begins with, and the overview itself, though Kit would have a file for each. */
const EVERYWHERE = /\/src\/(routes\/(?:\(public\)\/)?\+(layout|error|page)\.(svelte|ts)|params\/\w+\.ts)$/;

/** Gathers the modules of the overview, by what imports them before it runs; other pages find them fetched already. */
export function gathered(): Plugin {
	const groups = new Map<string, Set<string>>();
	return {
		name: 'buildout:gathered',
		apply: 'build',
		config: (_, { isSsrBuild }) =>
			isSsrBuild
				? undefined
				: {
						build: {
							rolldownOptions: {
								output: {
									codeSplitting: {
										groups: GATHERED.map(([name], i) => ({
											name,
											test: (id: string) => groups.get(name)?.has(id) ?? false,
											// What both need stands in the first.
											priority: GATHERED.length - i
										}))
									}
								}
							}
						}
					},
		buildEnd() {
			const taken = new Set<string>();
			const ids = [...this.getModuleIds()];
			for (const [name, roots] of GATHERED) {
				const group = new Set<string>();
				const take = (id: string) => {
					if (taken.has(id) || LATE.some((late) => id.endsWith(late))) return;
					taken.add(id);
					if (id.includes('/src/lib/') || EVERYWHERE.test(id)) group.add(id);
					for (const next of this.getModuleInfo(id)?.importedIds ?? []) take(next);
				};
				for (const root of roots) for (const id of ids) if (id.endsWith(root)) take(id);
				groups.set(name, group);
			}
		}
	};
}

/** Classes of Chart.js that nothing here registers stay in the build because a property is read where they are defined. */
const READS = /\b(?:Ticks\.formatters\.\w+|TimeScale\.defaults)\b/g;

/** Chart.js mixes colours for hovered elements and for colours that fade; here neither happens: a colour stays the text it is. */
const PLAIN_COLOUR = `export class Color {
	constructor(text) { this.text = text; this.valid = false; }
	saturate() { return this; }
	darken() { return this; }
	hexString() { return this.text; }
}`;

/** The ways of moving that are in use: the library's own, and the one of `charts/engine/chart-canvas`. */
const EASING = `const effects = {
	linear: (t) => t,
	easeOutCubic: (t) => (t -= 1) * t * t + 1,
	easeOutQuart: (t) => -((t -= 1) * t * t * t - 1)
};`;

/** Every axis writes its own labels (charts/engine/scales). */
const LABELS = `const formatters = { values: (value) => isArray(value) ? value : '' + value, numeric: String, logarithmic: String };`;

/** Lines here are straight or stepped, and their points round: what bends a line or draws another point is left out. */
const BENDS =
	/function (splineCurve|splineCurveMonotone|monotoneAdjust|monotoneCompute|capControlPoint|capBezierPoints|_updateBezierControlPoints)\(.*\) \{\n[\s\S]*?\n\}/g;
const POINTS = /function drawPointLegend\(.*\) \{\n[\s\S]*?\n\}/;
const ROUND = `function drawPointLegend(ctx, { radius, borderWidth }, x, y) {
	if (!(radius > 0)) return;
	ctx.beginPath();
	ctx.arc(x, y, radius, 0, 7);
	ctx.closePath();
	ctx.fill();
	if (borderWidth > 0) ctx.stroke();
}`;

/**
 * What the library does when it listens, reads records or bends round a centre: here `charts/engine/chart-canvas` listens (`events` is empty,
 * `responsive` off), the points come read (`parsing` off), and no axis is round or has a title.
 */
const UNCALLED = {
	methods:
		'_eventHandler _handleEvent _getActiveElements updateHoverStyle _updateHoverStyles setActiveElements bindResponsiveEvents ' +
		'_removeDatasetHoverStyle _setDatasetHoverStyle setHoverStyle removeHoverStyle parsePrimitiveData parseArrayData ' +
		'parseObjectData drawTitle',
	functions:
		'createAttachObserver createDetachObserver createResizeObserver createProxyAndListen computeCircularBoundary ' +
		'decorateText drawBackdrop'
};
const anyOf = (names: string) => names.replaceAll(' ', '|');
const METHODS = new RegExp(`^ +(${anyOf(UNCALLED.methods)})\\(.*\\) \\{\\n[\\s\\S]*?\\n {4}\\}`, 'gm');
const FUNCTIONS = new RegExp(`^function (${anyOf(UNCALLED.functions)})\\(.*\\) \\{\\n[\\s\\S]*?\\n\\}`, 'gm');
const MODES = /\bvar Interaction = \{[\s\S]*?\n\};/;

/** What is left out of a library, by the end of a module's name: what to look for in it, and what to put there. */
const LEFT_OUT: [module: string, what: RegExp, instead: string][] = [
	['/chart.js/dist/chart.js', READS, '/* @__PURE__ */ (() => $&)()'],
	['/chart.js/dist/chart.js', METHODS, '$1() {}'],
	['/chart.js/dist/chart.js', FUNCTIONS, 'function $1() {}'],
	['/chart.js/dist/chart.js', MODES, 'var Interaction = { modes: {} };'],
	['/chart.js/dist/chunks/index.js', FUNCTIONS, 'function $1() {}'],
	['/chart.js/dist/chunks/index.js', /const effects = \{[\s\S]*?\n\};/, EASING],
	['/chart.js/dist/chunks/index.js', /const formatters = \{[\s\S]*?\n\};/, LABELS],
	['/chart.js/dist/chunks/index.js', BENDS, 'function $1() {}'],
	['/chart.js/dist/chunks/index.js', POINTS, ROUND],
	['/@kurkle/color/dist/color.esm.js', /^[\s\S]*$/, PLAIN_COLOUR],
	// Code is fetched ahead on hover (app.html), never by what is in sight: no look through every link after each change.
	['/kit/src/runtime/client/client.js', /\tconst observer = new IntersectionObserver\([\s\S]*?\n\t\);\n/, ''],
	[
		'/kit/src/runtime/client/client.js',
		/\tfunction after_navigate\(\) \{[\s\S]*?\n\t\}\n/,
		'\tfunction after_navigate() {}\n'
	],
	// A class that is made because HTMLElement is there, though no component is an element of its own.
	['/svelte/src/internal/client/dom/elements/custom-element.js', /typeof HTMLElement === 'function'/, 'false']
];

/** Leaves out of the libraries what is not used and would stay. Where a library has changed, nothing is left out and the budget tells. */
export function unused(): Plugin {
	return {
		name: 'buildout:unused',
		apply: 'build',
		transform: {
			filter: { id: /node_modules/ },
			handler(code, id) {
				const found = LEFT_OUT.filter(([module]) => id.endsWith(module));
				if (found.length === 0) return undefined;
				return { code: found.reduce((left, [, what, instead]) => left.replace(what, instead), code), map: null };
			}
		}
	};
}

/** Files that every page begins with. */
const STARTS = /^_app\/immutable\/entry\//;

/** Weighs the pages of the browser's build and fails it where one is too heavy. */
export function weight(): Plugin {
	return {
		name: 'buildout:weight',
		enforce: 'post',
		apply: 'build',
		// At the very end: the lists of what a file needs are filled in late.
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
				const starts = chunks.filter((each) => STARTS.test(each.fileName));
				if (starts.length === 0) return;
				for (const { what, holds, bytes } of BUDGETS) {
					const roots = holds.map((id) => {
						const chunk = chunks.find((each) => each.moduleIds.some((module) => module.endsWith(id)));
						return chunk ?? this.error(`The weight of ${what} cannot be told: no file of the build holds ${id}.`);
					});
					const files = withImports([...starts, ...roots], bundle);
					const sum = files.reduce((total, each) => total + gzipSync(each.code, { level: 9 }).length, 0);
					const said = `${what}: ${(sum / 1000).toFixed(1)} of ${bytes / 1000} kB in ${files.length} files`;
					if (sum > bytes)
						this.error(`Too heavy. ${said}. What grew must shrink, or vite.weight.ts must say why it may not.`);
					this.info(said);
				}
			}
		}
	};
}

/** The files and all that they import before they run. */
function withImports(roots: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
	const found = new Set<Rolldown.OutputChunk>();
	const take = (chunk: Rolldown.OutputChunk) => {
		if (found.has(chunk)) return;
		found.add(chunk);
		for (const name of chunk.imports) {
			const next = bundle[name];
			if (next?.type === 'chunk') take(next);
		}
	};
	roots.forEach(take);
	return [...found];
}
