import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Owner } from "@/lib/authority";
import { turns } from "@/lib/media/turns";
import type { Item, StagedBlob, World } from "@/lib/ports";
import type { Kind } from "@/lib/shares/kind";
import { line, tidy } from "@/lib/text";
import { createDocument } from "./documents";
import { fileTitle } from "./file-title";

/** What of a file did not become part of the document, and why. */
export type Skipped = { title: string; reason: string };
/** Reads a file of one of the kind's formats: that one, or the one that its name and content tell. Throws `bad_input` on `file`. */
export type ReadDocument = (
	bytes: Uint8Array,
	about: { fileName: string; format?: string | undefined },
) => { title: string; content: Record<string, unknown>; skipped: Skipped[] };

/** Names that people have for our formats. */
const named: Record<string, string> = { "todo.txt": "txt", todotxt: "txt", todo: "txt", text: "txt", markdown: "md" };

/** A format by any name that it goes by. */
export const documentFormat = z
	.string()
	.max(20)
	.transform((name) => {
		const known = name.toLowerCase().replace(/^\./, "");
		return named[known] ?? known;
	});

/** What may stand beside a file. */
export const importWords = z.object({ title: line({ min: 1, max: 200 }).optional(), format: documentFormat.optional() });
/** The same in JSON: the file's text, or the file itself where its format is JSON. */
export const importBody = importWords.extend({ content: z.union([z.string().min(1, "Required"), z.record(z.string(), z.unknown())]) });

export type Imported = { item: Item; skipped: Skipped[] };

export type ImportWords = z.output<typeof importWords>;
/** Reading five megabytes takes a moment in which nobody else is served: one at a time. */
const inTurn = turns(1);

/** Makes a document from a file. Its title is the one given, else the one in the file, else the file's name. Throws `bad_input` on `file`. */
export function importDocument(
	world: World,
	owner: Owner,
	{ kind, read }: { kind: Kind; read: ReadDocument },
	file: { bytes: Uint8Array; name: string },
	{ title, format }: ImportWords,
): Promise<Imported> {
	return inTurn(1, async () => {
		const found = read(file.bytes, { fileName: file.name, format });
		const otherwise = kind.blank ?? "Untitled";
		const name = title ?? (tidy(found.title, 200) || fileTitle(file.name, { max: 200, otherwise }));
		return { item: await createDocument(world, owner, kind, { title: name, content: found.content }), skipped: found.skipped };
	});
}

/** A staged upload, read whole. */
export async function uploaded({ staged, name }: { staged: StagedBlob; name: string }): Promise<{ bytes: Uint8Array; name: string }> {
	return { bytes: await readFile(staged.path), name };
}

/** What came in JSON, as the file that it would be. */
export function inJson({ content }: z.output<typeof importBody>): { bytes: Uint8Array; name: string } {
	return { bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)), name: "" };
}
