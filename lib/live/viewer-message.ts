import { z } from "zod";

/** What an instance says of one item: how many look at each of its links there. `asks`: it has just come, and does not know of the others. */
export type ViewerMessage = { from: string; counts: ReadonlyMap<number, number>; asks: boolean };

const schema = z.object({
	from: z.string(),
	counts: z.array(z.tuple([z.number(), z.int().positive()])).transform((pairs) => new Map(pairs)),
	asks: z.boolean(),
});

export function writeCounts({ counts, ...message }: ViewerMessage): string {
	return JSON.stringify({ ...message, counts: [...counts] });
}

/** Null for what is none: a bus that is unsure says so, another version of this program what this one does not know. */
export function readCounts(text: string): ViewerMessage | null {
	try {
		return schema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
