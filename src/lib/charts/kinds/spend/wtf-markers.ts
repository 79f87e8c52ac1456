import { dayNumber } from '$lib/records/day';
import { clusterMarks, type Cluster } from '../../engine/layout';
import { drawLine } from '../../engine/lines';
import { drawDot } from '../../marks/shapes';
import { drawWtfMarker } from '../../marks/wtf-markers';
import { addedUsd, dealDay, markerLine, type PlotFrame, type SpendModel } from './model';
import type { SpendDeal } from './types';

/**
 * The deals on the curve, each at the step that it caused: scarier ones stand on the line, dumber ones hang from it, WTF does both,
 * neutral is a bead, full where it adds to the count and a ring where it adds nothing. Markers that would overlap become one that says
 * how many it stands for. Where the largest was first heard of earlier, a small ring there is joined to it.
 */
export function drawWtfMarkers(frame: PlotFrame, model: SpendModel): void {
	const { deals, narrow } = model;
	const place = (labels: string[]) =>
		deals
			.filter((deal) => deal.label !== null && labels.includes(deal.label))
			.map((item) => ({ item, x: frame.x(dealDay(item)) }));
	const apart = narrow ? 13 : 17;
	const r = narrow ? 2.2 : 2.8;
	drawFirstHeard(frame, model);
	for (const { lead, x, items } of clusterMarks(place(['NEUTRAL']), r * 2 + 1.5, addedUsd)) {
		const y = frame.y(markerLine(model, dealDay(lead)).after);
		if (y < frame.top) continue;
		const { paper, counted } = model.theme;
		const adds = items.some((deal) => addedUsd(deal) > 0);
		drawDot(frame.ctx, x, y, adds ? r + 0.4 : r, adds ? counted : paper, adds ? paper : counted, narrow ? 1 : 1.25);
		model.hitAreas.push({ x, y, r: r + 2, keys: items.map((deal) => deal.slug) });
	}
	for (const group of clusterMarks(place(['TERMINATOR', 'WTF']), apart, addedUsd)) drawGroup(frame, model, group, 1);
	for (const group of clusterMarks(place(['IDIOCRACY', 'WTF']), apart, addedUsd)) drawGroup(frame, model, group, -1);
	// A deal without a reading has no marker, yet the arrow keys must find it.
	for (const deal of deals.filter((each) => each.label === null)) {
		const y = Math.max(frame.top, frame.y(markerLine(model, dealDay(deal)).after));
		model.hitAreas.push({ x: frame.x(dealDay(deal)), y, r: 2, keys: [deal.slug] });
	}
}

function drawGroup(frame: PlotFrame, model: SpendModel, group: Cluster<SpendDeal>, up: 1 | -1): void {
	const { theme, narrow } = model;
	const { before, after } = markerLine(model, dealDay(group.lead));
	const usd = group.items.reduce((sum, deal) => sum + addedUsd(deal), 0);
	const y = frame.y(up === 1 ? after : before) - up * (narrow ? 2.5 : 4);
	// There the line has left the frame.
	if (y < frame.top) return;
	const circle = drawWtfMarker(frame.ctx, theme, { x: group.x, y, up, usd, deals: group.items.length, narrow });
	model.hitAreas.push({ ...circle, keys: group.items.map((deal) => deal.slug) });
}

/** Where the deal that added most was first heard of before its step: one hairline, as more of them would hide the line. */
function drawFirstHeard(frame: PlotFrame, model: SpendModel): void {
	if (model.narrow) return;
	const { ctx } = frame;
	const { theme, from } = model;
	const [deal] = model.deals
		.filter(({ step, date }) => step && dayNumber(date) >= from)
		.sort((a, b) => addedUsd(b) - addedUsd(a));
	if (!deal) return;
	const [heard, at] = [dayNumber(deal.date), dealDay(deal)];
	const y = frame.y(markerLine(model, heard).after);
	const end = frame.y(markerLine(model, at).before);
	if (Math.min(y, end) < frame.top) return;
	drawLine(ctx, [frame.x(heard), y], [frame.x(at), end], theme.ruleStrong);
	drawDot(ctx, frame.x(heard), y, 2.5, theme.paper, theme.ink3, 1);
}
