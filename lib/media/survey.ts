import type { Bytes } from "./bytes";

/**
 * What a file says about itself, read from its outermost structure alone, in bounded time and memory. Every number counts bytes.
 * `tags`: what a parser would have to hold to read its tags. `missing`: what its end lacks, 0 when it is whole or does not tell.
 * `encoding` names what it holds where only this look tells.
 */
export type Survey = { tags: number; missing: number; encoding?: string };
export type Surveyor = (bytes: Bytes) => Promise<Survey>;

/** More parts than this have no other purpose than to be walked over. */
export const mostParts = 50_000;
/** So many bytes of tags as no file has. */
export const endless = Number.MAX_SAFE_INTEGER;
