import { momentText } from '$lib/server/config/clock';
import { requireSignIn } from '$lib/server/accounts/require';
import { jobsOf } from '$lib/server/importing/jobs';
import { SAMPLE } from '$lib/server/importing/sample';
import type { PageServerLoad } from './$types';

const NOT: Record<string, string> = {
	form: 'Choose a file first.',
	many: 'You have five imports waiting. Open one below and write it, or throw it away.',
	large: 'The file is larger than is taken in here. The command line reads files of any size.',
	full: 'The disk of the server is full. Tell whoever keeps it.',
	broken: 'The file broke off on its way. Send it again.'
};

export const load: PageServerLoad = (event) => {
	const { id } = requireSignIn(event);
	return {
		fault: NOT[event.url.searchParams.get('not') ?? ''] ?? null,
		most: event.locals.importSizeLimit,
		sample: SAMPLE,
		jobs: jobsOf(id).map(({ id, name, size, came, state }) => ({
			...{ id, name, size, came: momentText(came), step: state.step }
		}))
	};
};
