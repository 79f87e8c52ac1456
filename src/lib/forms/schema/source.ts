import type { FieldWords } from './nodes';

/** The fields of a source, the same wherever a record has sources. */
export const SOURCE_WORDS: Record<string, FieldWords> = {
	url: { label: 'Its address', example: 'https://example.com/news/2025/11/deal' },
	publisher: { label: 'Published by', example: 'Amazon (release)', short: true },
	published: { label: 'Published on', example: '3 Nov 2025' },
	title: { label: 'Its title', short: true },
	seen: { label: 'Read itself', hint: 'No: known from somebody who quotes it.' },
	key: { as: 'key' }
};
