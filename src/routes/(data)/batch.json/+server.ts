import { batchWrites } from '$lib/server/write/handlers';

export const { POST } = batchWrites();
