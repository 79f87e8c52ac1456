import { column } from './column';

export const EVIDENCE = [
	column(
		'confidence',
		'text',
		'Confidence',
		'How sure the records of the deals are: high, medium, low, or none where they do not say.'
	),
	column('deals', 'integer', 'Deals', 'How many deals count.', 'deals'),
	column('counted_usd', 'dollars', 'Counted (US$)', 'What they add to the counted total.'),
	column('share', 'ratio', 'Share', 'That, of the counted total.', '0 to 1'),
	column(
		'due_usd',
		'dollars',
		'Due (US$)',
		'What would have fallen due by the as-of day; of cancelled deals, what had been paid.'
	),
	column('bound_usd', 'dollars', 'Bound (US$)', 'What of the counted falls due before a notice could end it.'),
	column(
		'assumed_term_usd',
		'dollars',
		'On an assumed term (US$)',
		'Counted dollars of deals whose term nobody stated.'
	),
	column('place_unknown_usd', 'dollars', 'Place unknown (US$)', 'Counted dollars of deals whose place nobody stated.'),
	column('one_source_usd', 'dollars', 'One source (US$)', 'Counted dollars of deals that rest on one source only.'),
	column('unread_usd', 'dollars', 'None read (US$)', 'Counted dollars of deals of which no source was read itself.'),
	column('filing_usd', 'dollars', 'Filing (US$)', 'Counted dollars of deals whose nearest source is a filing.'),
	column('company_usd', 'dollars', 'Company (US$)', 'The same of a party’s own release or page.'),
	column('press_usd', 'dollars', 'Press (US$)', 'The same of a newsroom that reports.'),
	column('digest_usd', 'dollars', 'Digest (US$)', 'The same of a page that retells what others reported.'),
	column('own_usd', 'dollars', 'Own knowledge (US$)', 'The same of nothing that could be opened.'),
	column('untyped_usd', 'dollars', 'No type (US$)', 'The same where no source has a type.'),
	column(
		'first_hand_read_usd',
		'dollars',
		'First hand, read (US$)',
		'Counted dollars of deals of which a filing or a party’s own page was read itself.'
	),
	column('doubted_usd', 'dollars', 'In doubt (US$)', 'Counted dollars of deals of which sources contradict each other.')
] as const;
