import { z } from "zod";
import { kindNamed } from "@/lib/kinds/registry";
import type { Item, Share, User } from "@/lib/ports";
import type { RefusalCode } from "@/lib/refused";
import type { Kind } from "@/lib/shares/kind";
import type { ReadItem } from "@/lib/shares/read-item";
import { filePath, type Place } from "./thumbnails";

/** Public reads of one address. */
export const sharedLimit = { name: "content.shared", per: "hour", max: 300 } as const;

/** How family 004 refuses an id that the caller has no document of. */
const absent: Record<string, RefusalCode> = { list: "list_not_found", note: "note_not_found", whiteboard: "whiteboard_not_found" };

/** The refusal for a document of this kind that is absent, foreign, or no id at all. */
export function absentOf({ name }: Kind): { absent: RefusalCode } {
	return { absent: absent[name] ?? "not_found" };
}

function times({ createdAt, updatedAt }: Pick<Item, "createdAt" | "updatedAt">) {
	return { created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}

const pictured = z.looseObject({ canvas_data: z.looseObject({ files: z.record(z.string(), z.looseObject({ dataURL: z.string() })) }) });

/** A content whose pictures are files of the item: it names them by their roles, and whoever reads it gets their addresses. */
function addressed(itemId: number, content: Record<string, unknown>, place: Place): Record<string, unknown> {
	const { success, data } = pictured.safeParse(content);
	if (!success) return content;
	const { files, ...canvas } = data.canvas_data;
	const named = Object.entries(files).map(([id, { dataURL, ...file }]) => [
		id,
		{ ...file, dataURL: /^[a-z]+-/.test(dataURL) ? filePath(itemId, dataURL, place) : dataURL },
	]);
	return { ...data, canvas_data: { ...canvas, files: Object.fromEntries(named) } };
}

/** A document as its owner sees it in family 004: the fields of its content stand beside its title. */
export function toDocument(item: Item) {
	const { id, title, kind, content, version } = item;
	return { ...addressed(id, kindNamed(kind).content.parse(content), "owner"), id: String(id), title, ...times(item), version };
}

/** One picture of a board, under the address that its owner has, and the version of the board that has it. */
export function toBoardFile(item: Item, id: string) {
	const { success, data } = pictured.safeParse(addressed(item.id, Object(item.content), "owner"));
	return { file: success ? data.canvas_data.files[id] : undefined, version: item.version };
}

/** The answer to a change that was merged into what is there: who sent it has the rest. */
export function toMerged({ id, version, ...item }: Item) {
	return { id: String(id), version, ...times(item) };
}

/** What a visitor sees of one. Of its owner there is the name alone. */
export function toSharedDocument({ item, owner, content, share }: ReadItem<Record<string, unknown>>) {
	const { id, kind, title, createdAt } = item;
	const updatedAt = share.snapshotAt ?? item.updatedAt;
	const named = addressed(id, content, { share: share.code });
	return { type: kind, ...named, id: String(id), title, ...times({ createdAt, updatedAt }), creator_name: nameOf(owner) };
}

function nameOf({ name, username }: User): string {
	return name ?? username;
}

/** The answer to sharing a document. */
export function toShareToken(origin: string, kind: Kind, { code }: Share) {
	return { shareToken: code, shareUrl: `${origin}${kind.page(code)}` };
}

/** The answer to turning its link off. */
export function toRevoked({ name }: Kind) {
	return { message: `${name.charAt(0).toUpperCase()}${name.slice(1)} sharing revoked successfully` };
}
