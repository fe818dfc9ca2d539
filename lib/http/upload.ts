import { Readable, type Writable } from "node:stream";
import busboy from "busboy";
import type { Blobs, StagedBlob } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";

export type Upload = { fields: Record<string, string>; file: { staged: StagedBlob; name: string } };

/** A little more than the file itself: boundaries, part headers and a few short fields. */
const overhead = 100_000;

/**
 * Streams one file of a multipart body into the blob store's staging, in bounded memory. Throws `unsupported_type`,
 * `body_too_large`, and `bad_input` when `field` brings no file. When it throws, nothing is left staged.
 */
export async function readUpload(
	request: Request,
	blobs: Blobs,
	{ field, maxBytes }: { field: string; maxBytes: number },
): Promise<Upload> {
	const type = request.headers.get("content-type") ?? "";
	if (!/^multipart\/form-data\b/i.test(type)) throw new Refused("unsupported_type");
	// What announces itself as far too large is not even listened to; what is a little too large is, so that the page hears why.
	if (Number(request.headers.get("content-length")) > 2 * maxBytes + overhead) throw tooLarge(field, maxBytes);
	if (!request.body) throw badField(field, "Choose a file");

	// Whoever asked for the upload says which of them count: its schema drops the others.
	const fields = new Map<string, string>();
	const staging: Promise<{ staged: StagedBlob; name: string; tooLarge: boolean }>[] = [];
	const parser = openForm(type, { maxBytes, files: 4, fields: 20 });
	parser.on("field", (name, value) => {
		fields.set(name, value);
	});
	parser.on("file", (name, stream, { filename }) => {
		// A body that breaks off fails each of its files, also those that nobody reads.
		stream.on("error", () => {});
		if (name !== field || staging.length > 0) {
			stream.resume();
			return;
		}
		const staged = stageUpload(blobs, stream, filename ?? "");
		// A full disk ends the reading too: the parser would wait for ever for somebody to take the rest.
		staged.catch((error: Error) => (parser as unknown as Writable).destroy(error));
		staging.push(staged);
	});

	const failure = await parseForm(request.body, parser);
	const settled = await Promise.allSettled(staging);
	const file = settled[0]?.status === "fulfilled" ? settled[0].value : null;
	const rejected = settled.find((result) => result.status === "rejected");
	if (!failure && !rejected && file && !file.tooLarge) return { fields: Object.fromEntries(fields), file };
	await file?.staged.discard();
	if (file?.tooLarge) throw tooLarge(field, maxBytes);
	// A staging that failed because the body broke off is the client's doing; one that failed by itself is a full disk.
	if (rejected && isStoreError(rejected.reason)) throw rejected.reason;
	if (failure) throw badField(field, "The upload broke off");
	if (rejected) throw rejected.reason;
	throw badField(field, "Choose a file");
}

/** A disk that is full or broken, as against a body that broke off: the operating system names the call that failed. */
export function isStoreError(error: unknown): boolean {
	return error instanceof Error && "syscall" in error;
}

/** A parser of a multipart form of that type. Throws `unsupported_type` when it is none. */
export function openForm(type: string, { maxBytes, files, fields }: { maxBytes: number; files: number; fields: number }): busboy.Busboy {
	try {
		return busboy({
			headers: { "content-type": type },
			defParamCharset: "utf8",
			// busboy calls a file cut off that is just as long as its limit.
			limits: { fileSize: maxBytes + 1, files, fields, fieldSize: 10_000, parts: files + fields + 6 },
		});
	} catch {
		throw new Refused("unsupported_type");
	}
}

/** A file of a form in the store's staging; `tooLarge` when it was longer than the form's limit, and then it is not whole. */
export async function stageUpload(blobs: Blobs, stream: Readable & { truncated?: boolean }, name: string) {
	// Destroying the parser inside its `limit` event is an uncaught exception: the rest of the file is let run out instead.
	const staged = await blobs.stage(stream);
	return { staged, name, tooLarge: stream.truncated === true };
}

/** Feeds the body to the parser; resolves to what went wrong, or null. */
export function parseForm(from: ReadableStream, parser: busboy.Busboy): Promise<Error | null> {
	const body = Readable.fromWeb(from as Parameters<typeof Readable.fromWeb>[0]);
	return new Promise((resolve) => {
		const broken = (error: Error) => {
			(parser as unknown as Writable).destroy(error);
			resolve(error);
		};
		body.once("error", broken);
		parser.once("error", (error: Error) => {
			body.unpipe(parser);
			body.resume();
			resolve(error);
		});
		parser.once("close", () => resolve(null));
		body.pipe(parser);
	});
}

/** What a file is refused with that has more bytes than it may. */
export function tooLarge(field: string, maxBytes: number): Refused {
	return new Refused("body_too_large", { fields: { [field]: `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB` } });
}
