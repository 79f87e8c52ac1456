import { spendingOver, type Recompute } from '../published.ts';

export const recompute: Recompute = (site) => spendingOver(site, 'operating_cash_flow');
