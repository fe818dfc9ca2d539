import type { Visitor } from "@/lib/authority";
import { type ExportedSong, listedSongs } from "@/lib/items/export-playlist";
import type { Item, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Admitted, admit, sharedItem } from "./admit";
import type { Kind } from "./kind";
import { refusePreviewOnly } from "./read-item";
import { refuseDownload } from "./stream";

/** What a visitor may keep of an item: what its kind publishes of it. */
export type Exportable = {
	share: Admitted;
	kind: Kind;
	item: Omit<Item, "content">;
	content: Record<string, unknown>;
	/** The songs of a playlist, in order. */
	songs: ExportedSong[];
	/** The bytes of one of its files, or null. */
	file(role: string): Promise<Buffer | null>;
};

/** What the link lets this visitor keep as a file. Throws the link's refusal, `download_not_allowed`, `share_sign_in_required`. */
export async function exportShare(world: World, kindOf: (name: string) => Kind, code: string, visitor: Visitor): Promise<Exportable> {
	const share = await admit(world, code, visitor);
	const kind = kindOf(share.kind);
	refusePreviewOnly(kind, visitor);
	refuseDownload(share, visitor);
	const {
		item: { content, now, ...item },
		members,
	} = await sharedItem(world, share);
	const shown = kind.publish(content, now);
	return {
		share,
		kind,
		item,
		content: shown,
		songs: await listedSongs(world, members, kindOf("song")),
		file: (role) => bytesOf(world, item.id, kind.shows(role, shown, "whole") ? role : null),
	};
}

async function bytesOf({ items, blobs }: World, itemId: number, role: string | null): Promise<Buffer | null> {
	const blob = role === null ? null : await items.blob(itemId, role);
	if (!blob) return null;
	return Buffer.concat(await (await blobs.open(blob.key, { start: 0, end: blob.size - 1 })).toArray());
}

/** The kind of an owner's item with all that may stand in its file. */
export function exportOwn(world: World, kind: Kind, { content, ...item }: Item): Omit<Exportable, "share" | "songs"> {
	if (item.kind !== kind.name) throw new Refused("not_found");
	return { kind, item, content: kind.content.parse(content), file: (role) => bytesOf(world, item.id, role) };
}
