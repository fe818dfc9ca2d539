import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { wrongSignature } from "./s3-signature";
import type { S3Store, StoredObject } from "./s3-store";

/** S3's own words for what is refused. */
const statuses: Record<string, number> = {
	AccessDenied: 403,
	InvalidAccessKeyId: 403,
	SignatureDoesNotMatch: 403,
	NoSuchBucket: 404,
	NoSuchKey: 404,
	NoSuchUpload: 404,
	BadDigest: 400,
	InvalidPart: 400,
	NotImplemented: 501,
	InvalidRange: 416,
};
class S3Error extends Error {}

export type S3Keys = { bucket: string; accessKeyId: string; secretAccessKey: string };
/** One request as the tests' faults see it: before it is answered, and as its bytes go out. */
export type S3Faults = {
	before?(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
	out?(bytes: Buffer): Promise<void>;
};

/**
 * As much of S3 as we speak: objects with ranges, uploads in parts, lists in pages, signatures (version 4), Content-MD5. s3rver, which is
 * on npm, takes any secret and any digest, sends the whole object for `bytes=0-0`, and can neither list in pages on Node 20
 * nor abort an upload.
 */
export function s3Server(store: S3Store, keys: S3Keys, faults: S3Faults) {
	return createServer((request, response) => {
		// A client that goes away in the middle is everyday life here.
		request.on("error", () => {});
		response.on("error", () => {});
		answer(store, keys, faults, request, response).catch((error: unknown) => {
			if (response.headersSent || request.socket.destroyed) return void response.destroy();
			const code = error instanceof S3Error ? error.message : "InternalError";
			sendXml(response, statuses[code] ?? 500, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
		});
	});
}

async function answer(store: S3Store, keys: S3Keys, faults: S3Faults, request: IncomingMessage, response: ServerResponse) {
	await faults.before?.(request, response);
	if (response.destroyed || response.headersSent) return;
	const wrong = wrongSignature(request, keys);
	if (wrong) throw new S3Error(wrong);
	const url = new URL(request.url ?? "", "http://s3");
	const [bucket = "", ...rest] = url.pathname.slice(1).split("/");
	if (decodeURIComponent(bucket) !== keys.bucket) throw new S3Error("NoSuchBucket");
	const key = decodeURIComponent(rest.join("/"));
	const query = url.searchParams;
	if (key === "") return answerBucket(store, query, request, response);
	const uploadId = query.get("uploadId");
	switch (request.method) {
		case "GET":
		case "HEAD":
			return sendObject(store, found(store, key), faults, request, response);
		case "PUT": {
			const upload = uploadId === null ? null : store.uploads.get(uploadId);
			if (upload === undefined) throw new S3Error("NoSuchUpload");
			const chunk = await store.take(request);
			const digest = request.headers["content-md5"];
			if (digest !== undefined && digest !== chunk.md5.toString("base64")) throw new S3Error("BadDigest");
			if (!upload) return send(response, 200, { ETag: store.putWhole(key, chunk) });
			upload.parts.set(Number(query.get("partNumber")), chunk);
			return send(response, 200, { ETag: `"${chunk.md5.toString("hex")}"` });
		}
		case "POST": {
			if (query.has("uploads")) {
				const id = store.begin(key);
				return sendXml(response, 200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
			}
			const numbers = [...(await text(request)).matchAll(/<PartNumber>(\d+)</g)].map((match) => Number(match[1]));
			const etag = store.complete(uploadId ?? "", numbers);
			if (!etag) throw new S3Error("InvalidPart");
			return sendXml(response, 200, `<CompleteMultipartUploadResult><ETag>${etag}</ETag></CompleteMultipartUploadResult>`);
		}
		case "DELETE":
			if (uploadId === null) store.objects.delete(key);
			else if (!store.uploads.delete(uploadId)) throw new S3Error("NoSuchUpload");
			return send(response, 204);
		default:
			throw new S3Error("NotImplemented");
	}
}

function answerBucket(store: S3Store, query: URLSearchParams, request: IncomingMessage, response: ServerResponse) {
	if (request.method === "HEAD") return send(response, 200);
	if (request.method !== "GET") throw new S3Error("NotImplemented");
	const prefix = query.get("prefix") ?? "";
	if (query.has("uploads")) {
		const all = [...store.uploads.values()].filter(({ key }) => key.startsWith(prefix));
		const rows = all.map(
			({ id, key, at }) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
		);
		return sendXml(
			response,
			200,
			`<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListMultipartUploadsResult>`,
		);
	}
	const after = query.get("continuation-token") ?? "";
	const most = Number(query.get("max-keys") ?? 1000);
	const all = [...store.objects.values()]
		.filter(({ key }) => key.startsWith(prefix) && key > after)
		.sort((a, b) => (a.key < b.key ? -1 : 1));
	const rows = all
		.slice(0, most)
		.map(
			({ key, size, etag, at }) =>
				`<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><ETag>${etag}</ETag><Size>${size}</Size></Contents>`,
		);
	const next = all.length > most ? `<NextContinuationToken>${all[most - 1]?.key}</NextContinuationToken>` : "";
	sendXml(response, 200, `<ListBucketResult><IsTruncated>${all.length > most}</IsTruncated>${next}${rows.join("")}</ListBucketResult>`);
}

function found(store: S3Store, key: string): StoredObject {
	const object = store.objects.get(key);
	if (!object) throw new S3Error("NoSuchKey");
	return object;
}

async function sendObject(store: S3Store, object: StoredObject, faults: S3Faults, request: IncomingMessage, response: ServerResponse) {
	const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
	const start = Number(range?.[1] ?? 0);
	const end = Math.min(Number(range?.[2] ?? object.size), object.size - 1);
	if (range && start >= object.size) throw new S3Error("InvalidRange");
	const headers = { ETag: object.etag, "Last-Modified": object.at.toUTCString(), "Content-Length": String(end - start + 1) };
	if (request.method === "HEAD") return send(response, 200, headers);
	response.writeHead(range ? 206 : 200, range ? { ...headers, "Content-Range": `bytes ${start}-${end}/${object.size}` } : headers);
	response.flushHeaders();
	const bytes = async function* () {
		for await (const chunk of store.read(object, start, end)) {
			await faults.out?.(chunk);
			yield chunk;
		}
	};
	await pipeline(Readable.from(bytes()), response);
}

function send(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
	response.writeHead(status, headers).end();
}

function sendXml(response: ServerResponse, status: number, body: string): void {
	response.writeHead(status, { "Content-Type": "application/xml" }).end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}
