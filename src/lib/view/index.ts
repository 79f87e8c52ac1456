export { parseView } from './parse';
export { DEAL_SORTS, PARAM_NAMES, RULES } from './rules';
export { serialiseView, viewEntries, withParam, type Changes, type WriteOptions } from './serialise';
export { SCALES, type ParamName, type Scale, type View, type ViewContext, type ViewFault } from './types';
