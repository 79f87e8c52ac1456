import type { PageLoad } from './$types';

/** The columns of every table are fetched with this page alone. */
export const load: PageLoad = async () => ({ tables: (await import('$lib/features/tables')).listTables() });
