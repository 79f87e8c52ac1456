import { error } from '@sveltejs/kit';
import { documentNamed } from '$lib/features/docs/documents.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const document = documentNamed(params.name);
	if (!document) error(404, `There is no document ${params.name}; /docs lists them.`);
	return { document };
};
