export { handleError } from '$lib/server/hooks/error';
export { handleFetch } from '$lib/server/hooks/fetch';
export { handle } from '$lib/server/hooks/handle';
export { init } from '$lib/server/hooks/init';
