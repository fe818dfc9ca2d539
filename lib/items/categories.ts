import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";
import type { Kind } from "@/lib/shares/kind";

const sorted = z.object({ category: z.string() });

/** The categories that the owner has used on items of these kinds, by the alphabet. */
export async function listCategories({ items }: World, owner: Owner, kinds: readonly Kind[]): Promise<string[]> {
	const used = new Set<string>();
	// One kind after the other: contents may be megabytes.
	for (const { name } of kinds.filter(({ content }) => "category" in content.shape))
		for (const { content } of await items.list({ ownerId: owner.id, kind: name })) {
			const found = sorted.safeParse(content);
			if (found.success && found.data.category) used.add(found.data.category);
		}
	return [...used].sort((a, b) => a.localeCompare(b, "en"));
}
