export { parseView } from './parse';
export { DEAL_SORTS } from './rules';
export { serialiseView, viewEntries, withParam, type Changes } from './serialise';
export { SCALES, type ParamName, type View, type ViewContext, type ViewFault } from './types';
