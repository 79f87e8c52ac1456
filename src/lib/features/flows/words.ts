import type { FlowKind } from './answer';

/** What a dollar pays for, in the key of a drawing and on an arrow. */
export const FLOW_NAMES: Record<FlowKind, string> = {
	debt: 'Debt',
	equity: 'Equity and acquisitions',
	cloud: 'Cloud and campus',
	chips: 'Chips'
};
export const FLOW_SHORT: Record<FlowKind, string> = {
	debt: 'debt',
	equity: 'equity',
	cloud: 'cloud, campus',
	chips: 'chips'
};
