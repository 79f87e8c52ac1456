/** The main pages in words, for whoever has come to where there is nothing to read. Fetched only there. */
const PAGES = [
	{ href: '/', title: 'The overview', says: ', what was announced and how much of it counts' },
	{ href: '/deals', title: 'Every deal on the books', says: ', and where it was said' },
	{ href: '/flows', title: 'Who pays whom', says: ', and what comes back to them' },
	{ href: '/projections', title: 'What was projected', says: ', and what came of it' },
	{ href: '/indicators', title: 'Whether this is a bubble', says: ', reading by reading' },
	{ href: '/method', title: 'How it is counted', says: ', rule by rule' }
];

const FILES = [
	{ href: '/deals.csv', title: 'Deals', says: ', CSV' },
	{ href: '/spend.csv', title: 'Spending', says: ', CSV' },
	{ href: '/reconciliation.csv', title: 'Reconciliation', says: ', CSV' },
	{ href: '/indicators.csv', title: 'Readings', says: ', CSV' }
];

/** Where nothing was found. */
export const BEGIN = [{ title: 'Or begin here', links: PAGES }];

/** Where something failed. */
export const STANDS = [
	{ title: 'Other pages may well work', links: PAGES },
	{ title: 'So may the data; nothing is lost', links: FILES }
];
