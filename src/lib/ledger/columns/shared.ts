import { column } from './column';

export const VALUE = [
	column('low_usd', 'dollars', 'Low (US$)', 'The low estimate of the value; empty where none was disclosed.'),
	column(
		'central_usd',
		'dollars',
		'Central (US$)',
		'The central estimate of the value; empty where none was disclosed.'
	),
	column('high_usd', 'dollars', 'High (US$)', 'The high estimate of the value; empty where none was disclosed.')
] as const;

export const POLES = [
	column(
		'terminator',
		'ratio',
		'Terminator',
		'More power, autonomy or menace of machines; empty without a reading.',
		'0 to 10'
	),
	column('idiocracy', 'ratio', 'Idiocracy', 'Duller people, hype and waste; empty without a reading.', '0 to 10')
] as const;

export const LABEL = column('label', 'text', 'WTF label', 'TERMINATOR, IDIOCRACY, WTF or NEUTRAL, from the two poles.');

/** A projection of capital spending by its second path, which is spread over a year as the last one fell on its quarters. */
export const SHAPED = [
	column(
		'shaped_path_usd',
		'dollars',
		'Projected by then, as last year (US$)',
		'Its path at the same day, spread over each year as the payments of its companies fell on the quarters of the year before; empty while one of them has not reported all of that.'
	),
	column('shaped_pace', 'ratio', 'Pace, as last year', 'Reported over that path.', 'ratio')
] as const;
