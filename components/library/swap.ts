import type { Answer, Failure } from "@/components/api";

/** How a family of calls changes one version of a thing, and nothing when that one is past. */
export type Swap = {
	method: "PATCH" | "PUT";
	/** What is sent, for a version as `versionOf` gives it. */
	call(changes: object, version: string): { body: object; headers?: Record<string, string> };
	versionOf(item: { version: number }): string;
	versionIn(answer: Extract<Answer<unknown>, { ok: true }>): string;
	/** Whether the version was past. */
	isPast(failure: Failure): boolean;
};

/** By HTTP's own means, as the families of songs and playlists do it. */
export const byHeader: Swap = {
	method: "PATCH",
	call: (body, version) => ({ body, headers: { "If-Match": version } }),
	versionOf: ({ version }) => `"${version}"`,
	versionIn: ({ etag }) => etag ?? "*",
	isPast: ({ status }) => status === 412,
};

/** By a version beside the changed fields, as lists, notes and whiteboards do it; the refusal brings along what is there now. */
export const inBody: Swap = {
	method: "PUT",
	call: (changes, version) => ({ body: { ...changes, version: Number(version) } }),
	versionOf: ({ version }) => String(version),
	versionIn: ({ data }) => String(Object(data).version),
	isPast: ({ status, about }) => status === 409 && "current" in about,
};
