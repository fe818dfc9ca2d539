import { z } from "zod";

/** What instances say to each other on their channel. `from` is the process that says it. */
const schema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("told"), from: z.string(), topic: z.string(), message: z.string() }),
	/** Here I am; `number` counts up. `isSure`: I hear my own beats in time. */
	z.object({ kind: z.literal("beat"), from: z.string(), number: z.number(), isSure: z.boolean() }),
	/** I stop: my silence means nothing. */
	z.object({ kind: z.literal("bye"), from: z.string() }),
]);
export type Wire = z.output<typeof schema>;

export function write(wire: Wire): string {
	return JSON.stringify(wire);
}

/** Null for what another version of this program may understand. */
export function read(text: string): Wire | null {
	try {
		return schema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
