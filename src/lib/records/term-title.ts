import { LAYER, type Layer } from './vocabularies';

/** What the assumed term of a layer is called. Light: the names of all records are in the first script of the overview. */
export function termTitle(slug: string): string {
	return `Assumed term, ${LAYER.labels[slug as Layer].toLowerCase()}`;
}
