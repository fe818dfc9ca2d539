import { z } from "zod";
import type { BlobRow, Blobs } from "@/lib/ports";
import { fileResponse } from "./file-response";

/** `?size=small`; anything else is the large one. `v` says which version a page means, so that its browser asks anew for another. */
export const coverQuery = z.object({ size: z.enum(["large", "small"]).catch("large") });

/** A page full of covers asks for each of them, again on every visit. */
export const coverLimit = { name: "covers", per: "minute", max: 3_000 } as const;

/** A request, and whether it was answered already. */
type Asked = { request: Request; late: AbortSignal };

/** The cover that `find` finds. One that is replaced while it is looked up is looked up once more: its file goes after its row. */
export async function coverResponse(blobs: Blobs, { request, late }: Asked, find: () => Promise<BlobRow>): Promise<Response> {
	const send = async () => fileResponse({ blob: await find(), blobs, request, late, whenCut: () => () => {} });
	try {
		return await send();
	} catch (error) {
		if (!isGone(error)) throw error;
		return send();
	}
}

function isGone(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}
