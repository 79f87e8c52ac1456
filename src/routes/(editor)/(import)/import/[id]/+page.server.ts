import { error, redirect } from '@sveltejs/kit';
import { formatOf } from '$lib/formats';
import { IMPORTS, type Import } from '$lib/records';
import { requireSignIn, textOf } from '$lib/server/accounts/require';
import { returnToColumns, cancel, isWriting, jobOf, tryOut, write, type Job } from '$lib/server/importing/jobs';
import { chooseColumns, LEFT_OUT } from '$lib/server/importing/column-choices';
import { readLines } from '$lib/server/importing/lines';
import type { Told, Tried } from '$lib/server/importing/task';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PER_PAGE = 50;
/** Faults between records that are named at once. */
const MOST_MISFITS = 50;
/** The outcomes in the order in which a person wants to know them. */
const STATUSES = ['refused', 'changed', 'new', 'unchanged'] as const;

function own(event: RequestEvent): Job {
	const job = jobOf(requireSignIn(event).id, event.params.id);
	if (!job)
		error(404, {
			message: 'There is no such import any more: it was thrown away, or the server was started anew.',
			near: [{ href: '/import', title: 'Import a file' }]
		});
	return job;
}

function linesShown(job: Job, tried: Tried, params: URLSearchParams) {
	const { counts } = tried;
	const asked = STATUSES.find((each) => each === params.get('show'));
	const show = asked ?? STATUSES.find((each) => counts[each] > 0) ?? 'new';
	const page = Math.max(1, Number(/^\d{1,9}$/.exec(params.get('page') ?? '')?.[0] ?? 1));
	return { show, page, perPage: PER_PAGE, rows: readLines(job, show, (page - 1) * PER_PAGE, PER_PAGE) };
}

export const load: PageServerLoad = (event) => {
	const job = own(event);
	const { state, look, name, size, id } = job;
	const { searchParams } = event.url;
	const common = { id, name, size, format: look && formatOf(look.format).label, whole: look !== null && !look.columns };
	switch (state.step) {
		case 'columns':
			return { job: common, ...state, table: chooseColumns(job, searchParams.get('as')) };
		case 'ready': {
			const { tried } = state;
			const stale = state.stale || openedStore().revision() !== tried.revision;
			const misfits = tried.misfits.slice(0, MOST_MISFITS);
			const told = { ...tried, misfits, moreMisfits: tried.misfits.length - misfits.length };
			return {
				job: common,
				step: state.step,
				stale,
				busy: isWriting(),
				tried: told,
				lines: linesShown(job, tried, searchParams)
			};
		}
		case 'writing':
			return { job: common, step: state.step, share: state.share };
		case 'written':
			return { job: common, step: state.step, revision: state.revision, counts: state.tried.counts };
		default:
			return { job: common, ...state };
	}
};

/** What the form says of the columns. */
function toldBy(form: FormData, { look }: Job): Told {
	const as: Import | undefined = IMPORTS.find((each) => each === form.get('as'));
	const map = (look?.columns ?? []).flatMap(({ header }, i): [string, string][] => {
		const ours = textOf(form, `column${i}`);
		return ours === '' ? [] : [[header.trim(), ours === LEFT_OUT ? '' : ours]];
	});
	return { as: as ?? null, map };
}

function here(job: Job): never {
	redirect(303, `/import/${job.id}`);
}

export const actions: Actions = {
	read: async (event) => {
		const job = own(event);
		tryOut(job.user, job.id, toldBy(await event.request.formData(), job), event.locals.today);
		here(job);
	},
	again: (event) => {
		const job = own(event);
		tryOut(job.user, job.id, job.told, event.locals.today);
		here(job);
	},
	back: (event) => {
		const job = own(event);
		returnToColumns(job.user, job.id);
		here(job);
	},
	write: async (event) => {
		const job = own(event);
		const why = textOf(await event.request.formData(), 'why')
			.replace(/[\s\p{C}]+/gu, ' ')
			.trim()
			.slice(0, 300);
		write(job.user, job.id, { who: requireSignIn(event).signature, why: why || `Imported ${job.name}` });
		here(job);
	},
	cancel: (event) => {
		const job = own(event);
		cancel(job.user, job.id);
		redirect(303, '/import');
	}
};
