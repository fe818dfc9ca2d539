import type { BlobRow, Bus, Link, World } from "@/lib/ports";
import { type Extent, remembered } from "./remembered";

type Store = Pick<World, "items" | "shares" | "users">;

/**
 * Keeps in the process what every opening, play and stream asks for: links by their codes, which songs stand in which
 * playlist, where files lie, and of whoever listens the epoch of their sessions. What the bus tells makes it forget. `maxAge` in ms bounds what a lost message could do,
 * where other processes write too; null without such. Counts are never kept.
 */
export function cachedStore<S extends Store>(store: S, bus: Bus, { maxAge }: Pick<Extent, "maxAge">): S & Pick<World, "sessions"> {
	const { items, shares, users } = store;
	const links = remembered<Link>((code) => shares.byCode(code), linkTopics, { most: 10_000, maxAge });
	const members = remembered<true>(
		async (key) => {
			const [collectionId = 0, memberId = 0] = key.split(" ").map(Number);
			return (await items.hasMember(collectionId, memberId)) || null;
		},
		(_, key) => key.split(" ").map((id) => `item:${id}`),
		{ most: 20_000, maxAge },
	);
	const blobs = remembered<BlobRow>(
		(key) => {
			const [itemId = "", role = ""] = key.split(" ");
			return items.blob(Number(itemId), role);
		},
		(_, key) => [`item:${key.split(" ")[0]}`],
		{ most: 20_000, maxAge },
	);
	const epochs = remembered<number>(
		async (id) => (await users.byId(id))?.sessionEpoch ?? null,
		(_, id) => [`owner:${id}`],
		{ most: 10_000, maxAge },
	);
	const all = [links, members, blobs, epochs];
	bus.subscribeAll((topic) => {
		// Rooms and viewers are told of many times a second, and nothing of them is remembered here.
		if (topic !== "*" && !/^(?:share|item|owner):/.test(topic)) return;
		// What grows old by itself is not thrown away whenever something may have changed: everybody would look at once.
		if (topic === "*" && maxAge !== null) return;
		if (topic === "*") for (const one of all) one.forgetAll();
		else for (const one of all) one.forget(topic);
		// Whose an item is stands in none of its places and files; accounts change seldom.
		if (topic.startsWith("owner:")) for (const one of [members, blobs]) one.forgetAll();
	});
	return {
		...store,
		shares: { ...shares, byCode: (code) => links.get(code) },
		items: {
			...items,
			hasMember: async (collectionId, memberId) => (await members.get(`${collectionId} ${memberId}`)) ?? false,
			blob: (itemId, role) => blobs.get(`${itemId} ${role}`),
		},
		sessions: { epochOf: (userId) => epochs.get(userId) },
	};
}

/** All that the link's row, and whether its item is there, depends on. */
function linkTopics({ id, ownerId, itemId, contextId }: Link): string[] {
	const items = [itemId, contextId].filter((item) => item !== null).map((item) => `item:${item}`);
	return [`share:${id}`, `owner:${ownerId}`, ...items];
}
