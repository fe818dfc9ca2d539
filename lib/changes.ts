import type { Bus } from "@/lib/ports";
import { isRefused } from "@/lib/refused";

type Watched = { shareId?: number; itemIds: number[]; ownerId: string };

/**
 * Calls `changed` once now and whenever the link, one of the items or the account changes: the store announces that (`lib/drivers/store/announcing.ts`).
 * Answers the function that ends it.
 */
export function watchChanges(bus: Bus, { shareId, itemIds, ownerId }: Watched, changed: () => unknown): () => void {
	// Who looks into a database that is away for a moment has seen no change.
	const look = async () => {
		try {
			await changed();
		} catch (error) {
			if (!isRefused(error)) console.error("Looking for what changed failed:", error);
		}
	};
	const topics = [...(shareId === undefined ? [] : [`share:${shareId}`]), ...itemIds.map((id) => `item:${id}`), `owner:${ownerId}`];
	const ends = topics.map((topic) => bus.subscribe(topic, look));
	// What changed between the caller's look and the subscription was told to nobody.
	void look();
	return () => {
		for (const end of ends) end();
	};
}
