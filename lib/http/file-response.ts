import type { Readable } from "node:stream";
import type { BlobRow, Blobs } from "@/lib/ports";
import { Refused, unavailable } from "@/lib/refused";

type Sendable = {
	blob: BlobRow;
	blobs: Blobs;
	request: Request;
	/** Aborted when the request was answered without this file. */
	late: { readonly signal: AbortSignal };
	whenCut(cut: () => void): () => void;
	/** Beside those of every file. */
	headers?: Record<string, string>;
};

/**
 * A stored file, whole or the range that was asked for (RFC 9110, 14): 200, 206, 304, or `range_not_satisfiable`. The body
 * breaks off as soon as `whenCut` calls: somebody turned the link off. Throws `unavailable`, and leaves nothing open, when it is too late.
 */
export async function fileResponse({ blob, blobs, request, late, whenCut, headers: more }: Sendable): Promise<Response> {
	const etag = `"${blob.sha256.slice(0, 32)}"`;
	const headers: Record<string, string> = {
		"Accept-Ranges": "bytes",
		"Cache-Control": "private, no-cache",
		"Content-Type": blob.type,
		ETag: etag,
		"Referrer-Policy": "no-referrer",
		"X-Content-Type-Options": "nosniff",
		"X-Robots-Tag": "noindex, nofollow",
		...more,
	};
	if (matches(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });

	const ifRange = request.headers.get("if-range");
	const wanted = ifRange === null || ifRange === etag ? byteRange(request.headers.get("range"), blob.size) : null;
	if (wanted === "none") throw new Refused("range_not_satisfiable", {}, { "Content-Range": `bytes */${blob.size}` });
	const range = wanted ?? { start: 0, end: blob.size - 1 };
	headers["Content-Length"] = String(range.end - range.start + 1);
	if (wanted) headers["Content-Range"] = `bytes ${range.start}-${range.end}/${blob.size}`;
	const init = { status: wanted ? 206 : 200, headers };
	if (request.method === "HEAD") return new Response(null, init);

	if (late.signal.aborted) throw unavailable();
	const file = await blobs.open(blob.key, range);
	const close = () => file.destroy(cut());
	// Whoever reads the body hears of it; without a reader left there is nobody to tell.
	file.on("error", () => {});
	if (late.signal.aborted) {
		close();
		throw unavailable();
	}
	const end = whenCut(close);
	file.once("close", end);
	if (request.signal.aborted) close();
	for (const signal of [request.signal, late.signal]) signal.addEventListener("abort", close, { once: true });
	// Not `Readable.toWeb`: in Node 20 it throws, uncaught, when the reader leaves at the wrong moment.
	return new Response(readable(file), init);
}

/** Why a body breaks off, for the server's log: one line, since it is no defect. */
function cut(): Error {
	return Object.assign(new Error("the stream was closed"), { stack: "A stream was cut: its link was turned off, or its reader left" });
}

export function matches(header: string | null, etag: string): boolean {
	return (header ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");
}

/**
 * The one range of a `Range` header; null for none, several or another unit, all of which mean the whole file; `none` when
 * it lies outside.
 */
function byteRange(header: string | null, size: number): { start: number; end: number } | "none" | null {
	const match = header?.match(/^bytes=(\d*)-(\d*)$/i);
	if (!match || (match[1] === "" && match[2] === "")) return null;
	const [, from = "", to = ""] = match;
	if (from === "") return Number(to) === 0 ? "none" : { start: Math.max(0, size - Number(to)), end: size - 1 };
	const range = { start: Number(from), end: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
	if (to !== "" && Number(to) < range.start) return null;
	return range.start >= size ? "none" : range;
}

/** A web stream of the file. (`ReadableStream.from` is in Node since 20.6, and not yet in the types of the DOM.) */
export function readable(file: Readable): ReadableStream<Uint8Array> {
	return (ReadableStream as unknown as { from(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> }).from(file);
}
