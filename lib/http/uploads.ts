import type { Writable } from "node:stream";
import { turns } from "@/lib/media/turns";
import type { Blobs, StagedBlob } from "@/lib/ports";
import { badField, isRefused, Refused } from "@/lib/refused";
import { isStoreError, openForm, parseForm, stageUpload } from "./upload";

/** What came of one file of many. `index` counts the form's files from 0, those that were refused too. */
export type Taken<T> = { index: number; name: string; value: T };
export type Skipped = { name: string; reason: string };
export type Uploads<T> = { taken: Taken<T>[]; skipped: Skipped[]; texts: string[] };

export type Wanted = {
	/** The name of the files' field, and of the texts that come along in the same order. `name[]` is the same as `name`. */
	files: string;
	texts: string;
	/** Bytes of each file; how many there may be. */
	maxBytes: number;
	most: number;
};

/** How many are read at once: while one is looked into the next one comes in. More would only fill the disk. */
const atOnce = 2;

const plain = (name: string) => name.replace(/\[\]$/, "");

/**
 * Streams the files of a multipart body into the blob store's staging, in bounded memory, and hands each to `take` as soon as it is there;
 * it is gone when that returns. A file that `take` refuses is skipped and the others are not. Throws `unsupported_type`, and `bad_input`
 * when the body breaks off, brings too many files or none. When it throws, everything that was taken has been given to `giveUp`.
 */
export async function readUploads<T>(
	request: Request,
	blobs: Blobs,
	wanted: Wanted,
	take: (staged: StagedBlob) => Promise<T>,
	giveUp: (value: T) => Promise<void>,
): Promise<Uploads<T>> {
	const type = request.headers.get("content-type") ?? "";
	if (!/^multipart\/form-data\b/i.test(type)) throw new Refused("unsupported_type");
	if (!request.body) throw badField(wanted.files, "Choose a file");
	const results: Promise<Taken<T> | Skipped | null>[] = [];
	const texts: string[] = [];
	const inTurn = turns(atOnce);
	let tooMany = false;
	const parser = openForm(type, { maxBytes: wanted.maxBytes, files: wanted.most, fields: wanted.most });
	parser.on("field", (name, value) => {
		if (plain(name) === wanted.texts) texts.push(value);
	});
	parser.on("filesLimit", () => {
		tooMany = true;
	});
	parser.on("file", (field, stream, { filename }) => {
		stream.on("error", () => {});
		if (plain(field) !== wanted.files) return void stream.resume();
		const index = results.length;
		// Not read before its turn: then the parser waits, and with it whoever sends.
		const result = inTurn(1, async () => {
			const { staged, name, tooLarge } = await stageUpload(blobs, stream, filename ?? "");
			try {
				// A form whose file was not chosen has it without name and content.
				if (name === "" && staged.size === 0) return null;
				if (tooLarge) return { name, reason: `The file is larger than ${Math.floor(wanted.maxBytes / 1024 / 1024)} MB` };
				return { index, name, value: await take(staged) };
			} catch (error) {
				return { name, reason: reasonOf(error) };
			} finally {
				await staged.discard();
			}
		});
		result.catch((error: Error) => (parser as unknown as Writable).destroy(error));
		results.push(result);
	});

	const failure = await parseForm(request.body, parser);
	const settled = await Promise.allSettled(results);
	const done = settled.flatMap((each) => (each.status === "fulfilled" && each.value ? [each.value] : []));
	const taken = done.filter((each) => "value" in each);
	const skipped = done.filter((each) => "reason" in each);
	const rejected = settled.find((each) => each.status === "rejected")?.reason as unknown;
	const wrong = problem(wanted, { failure, rejected, tooMany, none: done.length === 0 });
	if (!wrong) return { taken, skipped, texts };
	for (const { value } of taken) await giveUp(value);
	throw wrong;
}

/** Why nothing of it counts, or null. A staging that failed by itself is a full disk, and not the client's doing. */
function problem(
	{ files, most }: Wanted,
	{ failure, rejected, tooMany, none }: { failure: Error | null; rejected: unknown; tooMany: boolean; none: boolean },
): unknown {
	if (rejected !== undefined && (isStoreError(rejected) || !failure)) return rejected;
	if (failure) return badField(files, "The upload broke off");
	if (tooMany) return badField(files, `At most ${most} files at once`);
	return none ? badField(files, "Choose a file") : null;
}

/** The words about the file in a refusal. Whatever else went wrong is not the file's fault, and thrown on. */
function reasonOf(error: unknown): string {
	const { fields } = isRefused(error) && error.code === "bad_input" ? error.fields : {};
	const words = typeof fields === "object" && fields !== null && "file" in fields ? fields.file : null;
	if (typeof words !== "string") throw error;
	return words;
}
