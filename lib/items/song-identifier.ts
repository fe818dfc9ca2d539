import type { Item } from "@/lib/ports";

/**
 * How a song of ours is called in files that leave us. Its number alone would fit another song on somebody else's server: the
 * moment of its making tells them apart.
 */
export function songIdentifier({ id, createdAt }: Pick<Item, "id" | "createdAt">): string {
	return `urn:passalong:song:${id}.${createdAt.getTime().toString(36)}`;
}
