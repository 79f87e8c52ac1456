export { parseView } from './parse';
export { DEAL_SORTS, PARAM_NAMES, RULES } from './rules';
export { serialiseView, viewEntries, withParam, type Changes, type WriteOptions } from './serialise';
export {
	SCALES,
	WEIGHTS,
	type ParamName,
	type Scale,
	type View,
	type ViewContext,
	type ViewFault,
	type Weight
} from './types';
