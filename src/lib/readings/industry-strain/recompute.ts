import { spendingOver, type Recompute } from '../published.ts';

export const recompute: Recompute = (site) => spendingOver(site, 'revenue_run_rate');
