import { z } from "zod";
import type { BlobRow, Blobs } from "@/lib/ports";
import { isNoSuchBlob, Refused } from "@/lib/refused";
import { fileResponse } from "./file-response";

/** `?size=small`; anything else is the large one. `v` says which version a page means, so that its browser asks anew for another. */
export const coverQuery = z.object({ size: z.enum(["large", "small"]).catch("large") });

/** A page full of covers asks for each of them, again on every visit. */
export const coverLimit = { name: "covers", per: "minute", max: 3_000 } as const;

/** A request, and whether it was answered already. */
type Asked = { request: Request; late: { readonly signal: AbortSignal } };

/** How often one is looked for that is replaced every time meanwhile. */
const looks = 5;

/**
 * The cover that `find` finds. One that is replaced while it is looked up is looked up anew, for its file goes after its row. `not_found` where
 * the row is still the same: another instance's change is heard of a moment later.
 */
export async function coverResponse(blobs: Blobs, { request, late }: Asked, find: () => Promise<BlobRow>): Promise<Response> {
	let gone: string | null = null;
	for (let look = 0; look < looks; look++) {
		const blob = await find();
		if (blob.key === gone) break;
		try {
			return await fileResponse({ blob, blobs, request, late, whenCut: () => () => {} });
		} catch (error) {
			if (!isNoSuchBlob(error)) throw error;
			gone = blob.key;
		}
	}
	throw new Refused("not_found");
}
