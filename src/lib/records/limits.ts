/** The most characters of a text of several lines, and of one on one line. */
export const MOST_TEXT = 20_000;
export const MOST_LINE = 500;

/** The most characters of an address. */
export const MOST_ADDRESS = 2_000;

/** The largest sum in whole dollars: one value, or all headlines of a ledger together, so that every sum is exact. */
export const MOST_DOLLARS = 9_000_000_000_000_000;

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;
/** Contracts may run on after the last year that addresses can show. */
export const LAST_YEAR_OF_TERMS = 2200;

/** Words that stand where a slug stands in addresses of this site (`/deals/new`, `/deals/groups.csv`), and therefore are none. */
export const RESERVED_SLUGS: readonly string[] = ['new', 'groups'];

/** A name that never changes: small letters, digits and single hyphens between them. */
export const SLUG = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** A word of a vocabulary that is not closed (a metric, a measure): snake_case. */
export const WORD = /^(?=.{1,100}$)[a-z0-9]+(_[a-z0-9]+)*$/;

/** The key by which a deal's events name one of its sources. */
export const SOURCE_KEY = /^[^\s\p{C}]{1,100}$/u;
