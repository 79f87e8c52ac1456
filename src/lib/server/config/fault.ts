/**
 * Something that keeps Buildout from starting. The message is for the person at the terminal: whole sentences, or one
 * fault a line, without a stack trace.
 */
export class StartFault extends Error {
	override name = 'StartFault';
}
