import { siteOf } from '$lib/server/ask';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => ({ site: siteOf(event) });
