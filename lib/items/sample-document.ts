import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { type Kind, written } from "@/lib/shares/kind";

/** Something to try things out with. */
export type Sample = { title: string; description: string; content: Record<string, unknown> };

/** Makes a sample the owner's, which comes from `source`. Throws as `items.create`. */
export function addSampleDocument(
	{ items }: World,
	owner: Owner,
	kind: Kind,
	{ title, description, content }: Sample,
	source: string,
): Promise<Item> {
	return items.create({ ownerId: owner.id, kind: kind.name, title, description, ...written(kind, content), source });
}
