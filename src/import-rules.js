/**
 * Who may import whom: each room of `src`, and the rooms and files it may enter besides itself. The lint rule and the table in
 * `docs/ARCHITECTURE.md` are made of this; after a change of it run `npm run docs`.
 *
 * @type {Record<string, string[]>}
 */
export const ROOMS = {
	'lib/records': [],
	'lib/ledger': ['lib/records'],
	'lib/readings': ['lib/records', 'lib/ledger'],
	'lib/formats': ['lib/records', 'lib/ledger', 'lib/server/config/fault.ts'],
	'lib/view': ['lib/records', 'lib/ledger'],
	'lib/ui': ['lib/view', 'lib/formats', 'lib/app/first-interaction.ts', 'lib/app/next-task.ts', 'lib/app/when.ts'],
	'lib/charts': [
		'lib/records',
		'lib/ledger',
		'lib/readings',
		'lib/view',
		'lib/features',
		'lib/shared',
		'lib/app/next-task.ts',
		'lib/app/when.ts',
		'lib/ui/format.ts'
	],
	'lib/charts/engine': ['lib/records/day.ts', 'lib/ui/format.ts'],
	'lib/charts/marks': ['lib/charts/engine', 'lib/records/day.ts', 'lib/ui/format.ts'],
	'lib/charts/kinds': [
		'lib/charts/engine',
		'lib/charts/marks',
		'lib/records',
		'lib/ledger',
		'lib/readings',
		'lib/features/flows/answer.ts',
		'lib/ui/format.ts'
	],
	'lib/charts/export': ['lib/charts/engine'],
	'lib/app': [
		'lib/records',
		'lib/ledger',
		'lib/view',
		'lib/ui',
		'lib/shared',
		'lib/features/context.ts',
		'lib/features/define.ts',
		'lib/features/index.ts',
		'lib/features/ask.ts',
		'lib/features/transfer.ts'
	],
	'lib/shared': [
		'lib/records',
		'lib/ledger',
		'lib/readings',
		'lib/view',
		'lib/formats',
		'lib/charts',
		'lib/ui',
		'lib/app',
		'lib/features/context.ts'
	],
	'lib/forms': ['lib/records', 'lib/ledger', 'lib/shared'],
	'lib/features': [
		'lib/records',
		'lib/ledger',
		'lib/readings',
		'lib/view',
		'lib/formats',
		'lib/charts',
		'lib/ui',
		'lib/app',
		'lib/shared',
		'lib/forms',
		'lib/styles'
	],
	'lib/server/store': ['lib/records', 'lib/ledger', 'lib/server/config/fault.ts', 'lib/server/accounts/types.ts'],
	'lib/server/dataset': ['lib/records', 'lib/ledger', 'lib/server/config/fault.ts'],
	'lib/server/http': [
		'lib/records',
		'lib/ledger',
		'lib/formats',
		'lib/view',
		'lib/features',
		'lib/shared',
		'lib/server'
	],
	'lib/server/hooks': [
		'lib/records',
		'lib/ledger',
		'lib/view',
		'lib/features',
		'lib/shared',
		'lib/app/suggestions.ts',
		'lib/server'
	],
	'lib/server/ingest': ['lib/records', 'lib/ledger', 'lib/formats', 'lib/forms', 'lib/server/config/fault.ts'],
	'lib/server/accounts': ['lib/records', 'lib/ledger', 'lib/server/config/clock.ts', 'lib/server/ledger/open.ts'],
	'lib/server/config': ['lib/records', 'lib/ledger'],
	'lib/server/edgar': ['lib/records', 'lib/ledger', 'lib/server/config/fault.ts'],
	'lib/server/ledger': ['lib/records', 'lib/ledger', 'lib/features', 'lib/shared', 'lib/server/store'],
	'lib/server/importing': ['lib/records', 'lib/ledger', 'lib/forms', 'lib/server'],
	'lib/server/writing': ['lib/records', 'lib/ledger', 'lib/features', 'lib/shared', 'lib/server'],
	'lib/server/editing': ['lib/records', 'lib/ledger', 'lib/features', 'lib/shared', 'lib/forms', 'lib/server'],
	server: ['lib/server/config/fault.ts', 'lib/server/config/settings.ts'],
	routes: [
		'lib/records',
		'lib/ledger',
		'lib/readings',
		'lib/formats',
		'lib/view',
		'lib/charts',
		'lib/ui',
		'lib/app',
		'lib/shared',
		'lib/forms',
		'lib/features',
		'lib/styles',
		'lib/server/ledger',
		'lib/server/writing',
		'lib/server/editing',
		'lib/server/importing',
		'lib/server/accounts',
		'lib/server/http',
		'lib/server/config/clock.ts'
	],
	cli: ['lib/records', 'lib/ledger', 'lib/formats', 'lib/view', 'lib/features', 'lib/shared', 'lib/server']
};
