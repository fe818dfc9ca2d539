import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import { isComplex } from "@/lib/json-shape";
import { badField } from "@/lib/refused";
import { tidy } from "@/lib/text";
import {
	described,
	type Listed,
	type Listing,
	maxDepth,
	maxEntries,
	maxName,
	maxParts,
	maxReferences,
	stride,
	tooComplex,
	tooMany,
	type Written,
} from "./listing";

const text = z.string().catch("");
/** A list that nothing has looked into: it may hold 400,000 values. */
const list = z.custom<unknown[]>((value) => Array.isArray(value));
const references = z
	.union([
		z.string().transform((one) => [one]),
		list.transform((all) => all.filter((each) => typeof each === "string").slice(0, maxReferences)),
	])
	.catch([]);
const track = z
	.object({
		title: text,
		creator: text,
		/** Milliseconds. */
		duration: z.coerce.number().nonnegative().nullable().catch(null),
		location: references,
		identifier: references,
	})
	.transform(({ title, creator, duration, location, identifier }): Listed => {
		const name = { title: tidy(title, maxName), artist: tidy(creator, maxName) };
		return { names: name.title ? [name] : [], duration: duration ? duration / 1000 : null, references: [...identifier, ...location] };
	})
	// A track that is none still is a line of the file: it counts, and is told as one without a name.
	.catch({ names: [], duration: null, references: [] });
const file = z.object({
	playlist: z.object({
		title: text,
		annotation: text,
		track: list.default([]),
	}),
});

/** Reads JSPF. Throws `bad_input` on `file`. */
export async function readJspf(json: string): Promise<Listing> {
	if (isComplex(json, { parts: maxParts, depth: maxDepth })) throw badField("file", tooComplex);
	const parsed = file.safeParse(parse(json));
	if (!parsed.success) throw badField("file", "This JSON file is not a JSPF playlist");
	const { title, annotation, track: tracks } = parsed.data.playlist;
	if (tracks.length > maxEntries) throw badField("file", tooMany);
	const entries: Listed[] = [];
	for (const each of tracks) {
		if (entries.push(track.parse(each)) % stride === 0) await breathe();
	}
	return {
		title: tidy(title, maxName),
		description: described(annotation),
		entries,
	};
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw badField("file", "The file is damaged: it is not valid JSON");
	}
}

/** Writes JSPF. Durations are in milliseconds there. */
export function writeJspf({ title, description, songs }: { title: string; description: string; songs: Written[] }): string {
	const track = songs.map(({ location, identifier, title, artist, duration }) => ({
		location: [location],
		identifier: [identifier],
		title,
		...(artist ? { creator: artist } : {}),
		...(duration === null ? {} : { duration: Math.round(duration * 1000) }),
	}));
	return `${JSON.stringify({ playlist: { title, ...(description ? { annotation: description } : {}), track } }, null, "\t")}\n`;
}
