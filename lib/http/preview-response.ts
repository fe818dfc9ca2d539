import type { Readable } from "node:stream";
import type { PreviewPicture } from "@/lib/contracts/link-preview";
import { keptPictures } from "@/lib/media/kept-pictures";
import { linkPicture, linkPictureType } from "@/lib/media/link-picture";
import type { BlobRow, Blobs } from "@/lib/ports";
import { isNoSuchBlob, Refused } from "@/lib/refused";
import { matches } from "./file-response";

/** A chat asks once for each link that somebody sends; a picture costs a tenth of a second. */
export const previewLimit = { name: "previews", per: "minute", max: 120 } as const;

/** 50 of them are 3 MB. */
const drawn = keptPictures({ most: 50, waiting: 50 });

/** How often one is looked for whose cover is replaced every time meanwhile. */
const looks = 5;

/** The picture of a link that `find` tells of, drawn unless it was lately: 200, or 304. Throws `not_found` as covers do, `unavailable` when too many wait. */
export async function previewResponse(blobs: Blobs, request: Request, find: () => Promise<PreviewPicture>): Promise<Response> {
	for (let look = 0; look < looks; look++) {
		const { words, cover, version } = await find();
		const headers: Record<string, string> = {
			"Cache-Control": "private, no-cache",
			"Content-Type": linkPictureType,
			ETag: `"${version}"`,
			"Referrer-Policy": "no-referrer",
			"X-Content-Type-Options": "nosniff",
			"X-Robots-Tag": "noindex, nofollow",
		};
		if (matches(request.headers.get("if-none-match"), `"${version}"`)) return new Response(null, { status: 304, headers });
		if (request.method === "HEAD") return new Response(null, { headers });
		try {
			const picture = await drawn(version, async () => linkPicture(words, cover && (await bytesOf(blobs, cover))));
			return new Response(Uint8Array.from(picture), { headers: { ...headers, "Content-Length": String(picture.length) } });
		} catch (error) {
			if (!isNoSuchBlob(error)) throw error;
		}
	}
	throw new Refused("not_found");
}

async function bytesOf(blobs: Blobs, { key, size }: BlobRow): Promise<Buffer> {
	const file: Readable = await blobs.open(key, { start: 0, end: size - 1 });
	return Buffer.concat(await file.toArray());
}
