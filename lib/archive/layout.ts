import { z } from "zod";
import { fileEnding } from "@/lib/media/file-ending";
import type { BlobRow, Item, ItemHead } from "@/lib/ports";
import { kindNames } from "@/lib/shares/kind";
import { fileName } from "@/lib/text";

/** Where things stand in the archive of an account. Whatever else lies in it is for people and other programs, and is not read back. */
export const manifestPath = "passalong.json";
export const itemFile = "item.json";

/** What is in the archive: the folder of each item, members of collections before the collections. */
export const manifest = z.object({
	format: z.literal("passalong-account"),
	version: z.literal(1),
	exportedAt: z.string(),
	items: z.array(z.object({ folder: z.string().max(300) })).max(200_000),
});
export type Manifest = z.output<typeof manifest>;

const storedFile = z.object({ role: z.string().max(80), path: z.string().max(200), type: z.string().max(100) });

/** One item, whole. `content` is parsed by its kind; `members` are numbers that other items of this archive have as `id`. */
export const archivedItem = z.object({
	id: z.number().int(),
	kind: z.enum(kindNames),
	title: z.string(),
	description: z.string().default(""),
	createdAt: z.string().optional(),
	content: z.unknown(),
	members: z.array(z.number().int()).max(5_000).default([]),
	files: z.array(storedFile).max(1_100).default([]),
});
export type ArchivedItem = z.output<typeof archivedItem>;

/** `list/Groceries (12)`: two of one title do not meet. */
export function folderOf({ kind, title, id }: Pick<ItemHead, "kind" | "title" | "id">): string {
	return `${kind}/${fileName(title, 60) || kind} (${id})`;
}

/** Where a file of an item lies in its folder. */
export function pathOf({ role, type }: Pick<BlobRow, "role" | "type">): string {
	return `files/${role}${fileEnding(type)}`;
}

/** An item as the archive has it. */
export function toArchived(item: Item, files: BlobRow[], members: Item[]): ArchivedItem {
	const { id, kind, title, description, content, createdAt } = item;
	return archivedItem.parse({
		id,
		kind,
		title,
		description,
		createdAt: createdAt.toISOString(),
		content,
		members: members.map((member) => member.id),
		files: files.map(({ role, type }) => ({ role, type, path: pathOf({ role, type }) })),
	});
}
