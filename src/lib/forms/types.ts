/** What was typed, by path. A field that is ticked several times has several texts; one that was not sent is absent. */
export type Typed = Record<string, string[]>;

/** What is wrong with what was typed. `path` names the field, empty for the record as a whole. */
export interface FieldFault {
	path: string;
	message: string;
	/** Names that may have been meant. */
	near?: string[];
	/** A name that can be recorded along with this record. */
	unknown?: string;
}
