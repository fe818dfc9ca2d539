import type { Visitor } from "@/lib/authority";
import { type CoverSize, coverBlob } from "@/lib/items/cover";
import type { BlobRow, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { admit, isShown } from "./admit";

export type CoverRequest = { code: string; visitor: Visitor; itemId: number | null; size: CoverSize };

/** The cover of something that the link shows this visitor now. Throws the link's refusal, `not_found` for anything else. */
export async function sharedCover(world: World, { code, visitor, itemId, size }: CoverRequest): Promise<BlobRow> {
	const share = await admit(world, code, visitor);
	if (itemId === null || !(await isShown(world, share, itemId))) throw new Refused("not_found");
	return coverBlob(world, itemId, size);
}
