import { privateHeaders } from "./answer";
import { attachment } from "./attachment";

/** A file is made anew for each that asks. */
export const exportLimit = { name: "export", per: "minute", max: 60 } as const;

/** A file that was made for this answer, to be kept under its title. */
export function exportResponse({
	title,
	body,
	type,
	ending,
}: {
	title: string;
	body: string | Buffer;
	type: string;
	ending: string;
}): Response {
	const headers = { ...privateHeaders, "Content-Type": type, "Content-Disposition": attachment(`${title}${ending}`) };
	return new Response(typeof body === "string" ? body : Uint8Array.from(body), { headers });
}
