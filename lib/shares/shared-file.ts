import type { Visitor } from "@/lib/authority";
import type { BlobRow, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { admit, shownItem } from "./admit";
import type { Kind } from "./kind";
import { openFile, type Streamable } from "./open-file";
import { refusePreviewOnly } from "./read-item";
import { refuseDownload } from "./stream";

export type FileRequest = { code: string; visitor: Visitor; itemId: number | null; role: string; toKeep: boolean };

/**
 * A file of the item behind the link, if its kind shows it to this visitor. Throws the link's refusal, `share_sign_in_required` for what only accounts are
 * shown, `download_not_allowed` for one to keep, `not_found` for any other.
 */
export function sharedFile(world: World, kindOf: (name: string) => Kind, request: FileRequest): Promise<Streamable> {
	const { code, visitor, itemId, role, toKeep } = request;
	return openFile(world, visitor, async () => {
		const share = await admit(world, code, visitor);
		if (share.itemId !== itemId) throw new Refused("not_found");
		const kind = kindOf(share.kind);
		const { content, now } = await shownItem(world, share);
		const shown = kind.publish(content, now);
		const isPreview = kind.shows(role, shown, "preview");
		if (!isPreview && kind.shows(role, shown, "whole")) refusePreviewOnly(kind, visitor);
		else if (!isPreview) throw new Refused("not_found");
		if (toKeep) refuseDownload(share, visitor);
		const blob: BlobRow | null = await world.items.blob(itemId, role);
		if (!blob) throw new Refused("not_found");
		return { blob, shareId: share.id, itemIds: [itemId], ownerId: share.ownerId };
	});
}
