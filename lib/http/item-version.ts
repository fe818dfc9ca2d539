import type { Answer } from "./answer";

/** The answer with the item's version as its ETag, for whoever wants to change just this one. */
export function versioned(answer: Answer, { version }: { version: number }): Answer {
	return { ...answer, headers: { ...answer.headers, ETag: `"${version}"` } };
}

/** The version that a change is meant for (`If-Match`, RFC 9110, 13.1.1); undefined for any. What is no
 * version of ours is never the one there is. Proxies that compress mark it as weak; it names the same version. */
export function wantedVersion(request: Request): number | undefined {
	const wanted = request.headers.get("if-match");
	if (wanted === null || wanted.trim() === "*") return undefined;
	const version = /^\s*(?:W\/)?"([1-9]\d{0,9})"\s*$/.exec(wanted)?.[1];
	return version === undefined ? 0 : Number(version);
}
