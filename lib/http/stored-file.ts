import { fileEnding } from "@/lib/media/file-ending";
import type { Blobs } from "@/lib/ports";
import { isNoSuchBlob, Refused } from "@/lib/refused";
import type { Streamable } from "@/lib/shares/open-file";
import { attachment } from "./attachment";
import { fileResponse } from "./file-response";

/** A page full of pictures asks for each of them, again on every visit. */
export const fileLimit = { name: "files", per: "minute", max: 3_000 } as const;

/** The role in a path; one that cannot be a role leads to no file. */
export function roleOf({ role = "" }: Readonly<Record<string, string>>): string {
	return /^[a-z]+-[\w-]{1,64}$/.test(role) ? role : "";
}

/** A file of an item; with a name it is one to keep. Throws `not_found` when it went while it was looked up. */
export async function storedFile(
	{ blobs }: { blobs: Blobs },
	streamable: Streamable,
	asked: { request: Request; late: { readonly signal: AbortSignal } },
	name: string | null = null,
): Promise<Response> {
	const headers: Record<string, string> =
		name === null ? {} : { "Content-Disposition": attachment(`${name}${fileEnding(streamable.blob.type)}`) };
	try {
		return await fileResponse({ ...streamable, blobs, ...asked, headers });
	} catch (error) {
		if (isNoSuchBlob(error)) throw new Refused("not_found");
		throw error;
	}
}
