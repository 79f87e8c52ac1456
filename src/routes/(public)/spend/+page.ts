import { loadPage } from '$lib/client/load';
import type { PageLoad } from './$types';

export const load: PageLoad = (event) => loadPage('dashboard', event);
