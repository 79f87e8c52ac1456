import { loadPage } from '$lib/app/load';
import type { PageLoad } from './$types';

export const load: PageLoad = (event) => loadPage('terms', event);
