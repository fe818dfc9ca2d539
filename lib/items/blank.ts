import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";

/** Makes an item of this kind with nothing in it. Throws `item_not_blank` for a kind that begins with a file. */
export function createBlank({ items }: World, owner: Owner, kind: Kind, title?: string): Promise<Item> {
	if (kind.blank === null) throw new Refused("item_not_blank");
	return items.create({ ownerId: owner.id, kind: kind.name, title: title || kind.blank, description: "", ...written(kind, {}) });
}
