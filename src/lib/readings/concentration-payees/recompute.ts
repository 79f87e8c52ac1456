import { concentrationOf, type Recompute } from '../published.ts';

export const recompute: Recompute = (site) => concentrationOf(site, 'payees');
