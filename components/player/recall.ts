import { z } from "zod/mini";

const place = z.object({
	song: z.string(),
	second: z.number().check(z.gte(0)),
	repeat: z.catch(z.enum(["off", "all", "one"]), "off"),
	shuffle: z.catch(z.boolean(), false),
});
const loudness = z.object({ volume: z.number().check(z.gte(0), z.lte(1)), muted: z.boolean() });
const grants = z.object({ sessionId: z.string(), songs: z.record(z.string(), z.string().check(z.startsWith("/api/share/"))) });

/** Where somebody was when they left the page. */
export type Place = z.infer<typeof place>;
export type Loudness = z.infer<typeof loudness>;
/** Where the songs stream that a session was granted, by id. */
export type Grants = z.infer<typeof grants>;

/** Anybody can write into a browser's storage: what is not as we left it counts as not there. */
function read<Schema extends z.ZodMiniType>(schema: Schema, text: string): z.infer<Schema> | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

export const readPlace = (text: string): Place | null => read(place, text);
export const readLoudness = (text: string): Loudness | null => read(loudness, text);
export const readGrants = (text: string): Grants | null => read(grants, text);
