import { spendingOver, type Recompute } from '../published.ts';

export const recompute: Recompute = (site) => spendingOver(site, 'gdp_nominal_saar', 4);
