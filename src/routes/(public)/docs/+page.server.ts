import { listDocuments } from '$lib/features/docs/documents.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ documents: listDocuments() });
