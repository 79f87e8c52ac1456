// What reads an address is heavier, and stands apart in ./parse: a page that only writes links goes without it.
export { PARAM_NAMES } from './names';
export { carryQuery as handedOn, serialiseView, viewEntries, withParam, type Changes } from './serialise';
export { type ParamName, type View, type ViewContext, type ViewFault } from './types';
export { DEAL_GROUPS, DEAL_SORTS, SCALES, type DealGrouping } from './words';
