import { Readable } from "node:stream";
import type { Blobs } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { tooLarge, type Upload } from "./upload";

/**
 * Streams a body that is the file itself into the blob store's staging, in bounded memory. Throws `body_too_large`, `body_broken`, and `bad_input` when nothing
 * came; then nothing is left staged.
 */
export async function readRawUpload(
	request: Request,
	blobs: Blobs,
	{ field, maxBytes }: { field: string; maxBytes: number },
): Promise<Upload> {
	if (Number(request.headers.get("content-length")) > 2 * maxBytes) throw tooLarge(field, maxBytes);
	if (!request.body) throw badField(field, "Choose a file");
	const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
	const counted = { size: 0, broke: false };
	const staged = await blobs.stage(Readable.from(upTo(body, maxBytes, counted))).catch((error: unknown) => {
		throw counted.broke ? new Refused("body_broken") : error;
	});
	if (counted.size > 0 && counted.size <= maxBytes) return { fields: {}, file: { staged, name: "" } };
	await staged.discard();
	throw counted.size === 0 ? badField(field, "The file is empty") : tooLarge(field, maxBytes);
}

/** What is too much is read on for a while, so that the client hears the answer instead of a broken connection, but not kept. */
async function* upTo(body: Readable, max: number, counted: { size: number; broke: boolean }): AsyncGenerator<Buffer> {
	try {
		for await (const chunk of body) {
			counted.size += chunk.length;
			if (counted.size > 2 * max) return;
			if (counted.size <= max) yield chunk;
		}
	} catch (error) {
		counted.broke = true;
		throw error;
	}
}
