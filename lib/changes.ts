import type { Bus } from "@/lib/ports";

/** Tells everybody who shows or streams the item that it changed or went. */
export function itemChanged(bus: Bus, itemId: number): void {
	void bus.publish(`item:${itemId}`, "changed");
}

/** Tells everybody who shows or streams by this link that its policy changed or that it ended. */
export function shareChanged(bus: Bus, shareId: number): void {
	void bus.publish(`share:${shareId}`, "changed");
}

/** Tells everybody who shows or streams something of this account that it is gone. */
export function ownerRemoved(bus: Bus, ownerId: string): void {
	void bus.publish(`owner:${ownerId}`, "removed");
}

type Watched = { shareId?: number; itemIds: number[]; ownerId: string };

/** Calls `changed` once now and whenever the link, one of the items or the account changes; answers the function that ends it. */
export function watchChanges(bus: Bus, { shareId, itemIds, ownerId }: Watched, changed: () => void): () => void {
	const topics = [...(shareId === undefined ? [] : [`share:${shareId}`]), ...itemIds.map((id) => `item:${id}`), `owner:${ownerId}`];
	const ends = topics.map((topic) => bus.subscribe(topic, changed));
	// What changed between the caller's look and the subscription was told to nobody.
	changed();
	return () => {
		for (const end of ends) end();
	};
}
