import { address, choice, dollars, flag, line, slug, text, type Column, type Options } from './define';
import { CONFIDENCE } from './vocabularies';

/** What the kinds of reported figures have in common: the records that stand in tables, their fields in the order of the columns. */

const WHERE_IT_WAS_SAID = 'Where it was said';

const COMPANY = { label: 'Company', picks: 'organisations', example: 'Microsoft' } as const;

/** How a sum is typed. */
export const AMOUNT = { example: '$24.2B' };

/** Where a figure was read. */
export const ORIGIN = {
	source: address({
		nullable: true,
		section: WHERE_IT_WAS_SAID,
		label: 'Its address',
		example: 'https://example.com/filing',
		column: { label: 'Source', description: 'Where the figure was read.' }
	}),
	publisher: line({
		section: WHERE_IT_WAS_SAID,
		label: 'Published by',
		example: 'SEC filing',
		column: { label: 'Publisher', description: 'Whose page that is.' }
	}),
	seen: flag({
		section: WHERE_IT_WAS_SAID,
		label: 'Read itself',
		hint: 'No: known from somebody who quotes it.',
		column: { label: 'Seen', description: 'Whether the source was read itself.' }
	}),
	confidence: choice(CONFIDENCE, {
		section: WHERE_IT_WAS_SAID,
		label: 'How sure the figure is',
		column: { label: 'Confidence', description: 'How well the figure is sourced: low, medium or high.' }
	})
};

export const NOTE = text({
	nullable: true,
	section: WHERE_IT_WAS_SAID,
	label: 'Note',
	hint: 'What there is to know about the figure.',
	column: { label: 'Note', description: 'What there is to know about the figure.' }
});

/** The company of a figure. */
export function company<Col extends Column | undefined = undefined>(options: Options<false, false, Col>) {
	return slug({ ...COMPANY, ...options });
}

/** The ends of a period in a form. */
export const FROM = { label: 'From', hint: 'Its first day.', example: '2026-07-01' };
export const TO = { label: 'To', hint: 'Its last day.', example: '2026-09-30' };

/** Whole dollars, or null where no figure was named. */
export function noneOrDollars<Col extends Column | undefined = undefined>(options: Options<false, true, Col>) {
	return dollars({ ...options, nullable: true });
}
