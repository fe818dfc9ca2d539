import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { CompletedPart } from "@aws-sdk/client-s3";
import { ask, type Bucket, statusOf, within } from "./bucket";

/** What is larger goes in parts of this many bytes. */
export const partSize = 8 * 1024 * 1024;
/** A part that keeps moving may take this long, in milliseconds; on 8 MB that is 70 kB a second. */
const longestPart = 120_000;
const attempts = 3;

/** A file with the MD5 of each of its parts, in base64. */
export type UploadFile = { path: string; size: number; md5s: string[] };

/** Takes a file's bytes as they come; `md5s` answers once all are there. A file without bytes has one part, too. */
export function partDigests(): { see(chunk: Buffer): void; md5s(): string[] } {
	const done: string[] = [];
	let hash = createHash("md5");
	let room = partSize;
	return {
		see(chunk) {
			let rest = chunk;
			while (rest.length > 0) {
				if (room === 0) {
					done.push(hash.digest("base64"));
					hash = createHash("md5");
					room = partSize;
				}
				const taken = rest.subarray(0, room);
				hash.update(taken);
				room -= taken.length;
				rest = rest.subarray(taken.length);
			}
		},
		md5s: () => [...done, hash.digest("base64")],
	};
}

/**
 * Streams the file to the bucket and looks whether all of it arrived: the store compares each part with its MD5, we the size of the
 * whole. When it rejects, neither object nor half an upload is left, as far as the store could still be told.
 */
export async function uploadFile(bucket: Bucket, objectKey: string, file: UploadFile): Promise<void> {
	const { sdk, calls, name: Bucket } = bucket;
	const Key = objectKey;
	try {
		if (file.md5s.length > 1) await inParts(bucket, Key, file);
		else
			await sendPart(file, 0, (part, options) =>
				calls.send(new sdk.PutObjectCommand({ Bucket, Key, ContentType: "application/octet-stream", ...part }), options),
			);
		const { ContentLength } = await ask((options) => calls.send(new sdk.HeadObjectCommand({ Bucket, Key }), options));
		if (ContentLength !== file.size) throw new Error(`${ContentLength} of ${file.size} bytes arrived`);
	} catch (error) {
		// An answer that was lost on its way may have been a yes.
		await ask((options) => calls.send(new sdk.DeleteObjectCommand({ Bucket, Key }), options)).catch(() => {});
		throw error;
	}
}

async function inParts({ sdk, calls, name: Bucket }: Bucket, Key: string, file: UploadFile): Promise<void> {
	const begin = new sdk.CreateMultipartUploadCommand({ Bucket, Key, ContentType: "application/octet-stream" });
	const { UploadId } = await ask((options) => calls.send(begin, options));
	try {
		const Parts: CompletedPart[] = [];
		for (const index of file.md5s.keys()) {
			const PartNumber = index + 1;
			const { ETag } = await sendPart(file, index, (part, options) =>
				calls.send(new sdk.UploadPartCommand({ Bucket, Key, UploadId, PartNumber, ...part }), options),
			);
			Parts.push({ PartNumber, ETag });
		}
		const complete = new sdk.CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } });
		await within(longestPart, (options) => calls.send(complete, options));
	} catch (error) {
		await ask((options) => calls.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }), options)).catch(() => {});
		throw error;
	}
}

type Part = { Body: Readable; ContentLength: number; ContentMD5: string | undefined };

/** Sends one part, three times if need be: the library repeats nothing that is a stream. */
async function sendPart<T>(
	file: UploadFile,
	index: number,
	send: (part: Part, options: { abortSignal: AbortSignal }) => Promise<T>,
): Promise<T> {
	const start = index * partSize;
	const ContentLength = Math.min(partSize, file.size - start);
	for (let attempt = 1; ; attempt++) {
		// `end` counts inclusively, and cannot say "nothing".
		const Body = ContentLength === 0 ? Readable.from([]) : createReadStream(file.path, { start, end: start + ContentLength - 1 });
		// A file that cannot be read ends the request, which would wait for ever for the rest of its body.
		const unreadable = new Promise<never>((_, reject) => Body.once("error", reject));
		try {
			const part = { Body, ContentLength, ContentMD5: file.md5s[index] };
			return await within(longestPart, (options) => Promise.race([unreadable, send(part, options)]));
		} catch (error) {
			if (attempt === attempts || !mayPass(error)) throw error;
		} finally {
			Body.destroy();
		}
	}
}

/** Whether trying again can help: the network's doing or the store's own trouble, not its verdict on what we asked. */
function mayPass(error: unknown): boolean {
	const status = statusOf(error);
	return status === undefined || status >= 500 || status === 429;
}
