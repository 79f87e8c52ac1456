import type { FieldWords } from './nodes';

/** The fields of a source, the same wherever a record has sources. */
export const SOURCE_WORDS: Record<string, FieldWords> = {
	url: { label: 'Its address', called: 'The address of the source', example: 'https://example.com/news/2025/11/deal' },
	publisher: { label: 'Published by', called: 'The publisher of the source', example: 'Amazon (release)', short: true },
	published: { label: 'Published on', called: 'The day of the source', example: '3 Nov 2025' },
	title: { label: 'Its title', called: 'The title of the source', short: true },
	seen: { label: 'Read itself', hint: 'No: known from somebody who quotes it.' },
	key: { as: 'key' }
};
