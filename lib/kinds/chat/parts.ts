/** What one page shows of a long chat: messages, and characters of them. Reading more Markdown than this holds up a server that has other visitors. */
const most = { messages: 60, characters: 40_000 };

/** Places in the list of messages, `to` not included. */
export type Part = { from: number; to: number };

/** A chat in parts that are shown one after the other; one message is never divided, and an empty chat is one part. */
export function partsOf(messages: readonly { message: string }[]): Part[] {
	const parts: Part[] = [];
	let part: Part = { from: 0, to: 0 };
	let characters = 0;
	for (const { message } of messages) {
		const isFull = part.to - part.from === most.messages || (part.to > part.from && characters + message.length > most.characters);
		if (isFull) {
			parts.push(part);
			part = { from: part.to, to: part.to };
			characters = 0;
		}
		part.to += 1;
		characters += message.length;
	}
	return [...parts, part];
}
