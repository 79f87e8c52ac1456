import { expect, it } from 'vitest';
import { FIRMNESS, isSigned } from './vocabularies';

it('announced and firmer is signed, whatever is less firm is not', () => {
	expect(FIRMNESS.filter(isSigned)).toEqual(['announced', 'definitive']);
});
