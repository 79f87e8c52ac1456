/** A link with its words. */
export interface Link {
	href: string;
	text: string;
}

/** Pages that belong together, under a name; those that are `first` stand in the head of every page as well. */
export interface PageGroup {
	title: string;
	links: (Link & { first?: true })[];
}

/** An entry of a Download menu; `note` stands at its right (a size, a count), a rule above it where `rule` is set. */
export interface Download extends Link {
	note?: string;
	rule?: boolean;
	/** Opens a page instead of saving a file. */
	page?: boolean;
}

/** A column of a data table. `sort` is the address that sorts by it, `sorted` how it is sorted now. */
export interface Column {
	key: string;
	title: string;
	numeric?: boolean;
	sort?: string;
	sorted?: 'ascending' | 'descending';
	/** A class of the cells, and the word before them on a phone. */
	cell?: string;
	phone?: string;
}

/** One choice of a control or a facet. */
export interface Choice {
	value: string;
	text: string;
	/** How many records it leaves. */
	count?: number;
}

/** One control of the bar: the state it shows and the choices it offers. */
export interface Control {
	name: string;
	title: string;
	/** radios: one of few. select: one of many. day: a date. ticks: any of few. number: a whole number. */
	as: 'radios' | 'select' | 'day' | 'ticks' | 'number';
	choices?: Choice[];
	value: string | string[];
	min?: string;
	max?: string;
	/** Under More. */
	more?: boolean;
}

/** One fieldset of filters. Choices past `shown` (default 8) fold away, but never one that is on. */
export interface Facet {
	name: string;
	title: string;
	choices: Choice[];
	on: string[];
	shown?: number;
}

/** An applied filter and the address without it. */
export interface Chip {
	text: string;
	href: string;
}
