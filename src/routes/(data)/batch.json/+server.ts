import { batchWrites } from '$lib/server/writing/handlers';

export const { POST } = batchWrites();
