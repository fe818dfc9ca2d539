import type { Bus } from "@/lib/ports";

type Watched = { shareId?: number; itemIds: number[]; ownerId: string };

/**
 * Calls `changed` once now and whenever the link, one of the items or the account changes: the store announces that (`lib/drivers/store/announcing.ts`).
 * Answers the function that ends it.
 */
export function watchChanges(bus: Bus, { shareId, itemIds, ownerId }: Watched, changed: () => void): () => void {
	const topics = [...(shareId === undefined ? [] : [`share:${shareId}`]), ...itemIds.map((id) => `item:${id}`), `owner:${ownerId}`];
	const ends = topics.map((topic) => bus.subscribe(topic, changed));
	// What changed between the caller's look and the subscription was told to nobody.
	changed();
	return () => {
		for (const end of ends) end();
	};
}
