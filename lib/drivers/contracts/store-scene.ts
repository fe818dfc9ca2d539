import { randomBytes, randomUUID } from "node:crypto";
import type { Counters, Items, Presets, Shares, Tokens, Users, Visits } from "@/lib/ports";

export type Store = { users: Users; tokens: Tokens; items: Items; shares: Shares; visits: Visits; counters: Counters; presets: Presets };

export const hex = (bytes: number) => randomBytes(bytes).toString("hex");
export const at = new Date("2026-03-01T12:00:00Z");
export const later = new Date("2026-03-02T12:00:00Z");

export const newUser = (given: object = {}) => ({
	id: randomUUID(),
	email: `${hex(6)}@example.org`,
	username: `u${hex(6)}`,
	name: null,
	passwordHash: "hash",
	referralCode: hex(4),
	...given,
});

/** What the suites of a store begin with: people, songs, a playlist with its link and a visit. */
export function scene(store: Store) {
	const user = () => store.users.create(newUser(), null);
	const song = (ownerId: string, blobs: Parameters<Items["create"]>[0]["blobs"] = []) =>
		store.items.create({ ownerId, kind: "song", title: "Northbound", description: "", content: { artist: "Mira Holt" }, blobs });
	async function published({ songs = 1, playLimit = 3 as number | null } = {}) {
		const owner = await user();
		const members: number[] = [];
		// A few at a time: the scene is no test of how many can be made at once.
		while (members.length < songs) {
			const some = Array.from({ length: Math.min(10, songs - members.length) }, async () => (await song(owner.id)).id);
			members.push(...(await Promise.all(some)));
		}
		const item = await store.items.create({
			ownerId: owner.id,
			kind: "playlist",
			title: "Late train home",
			description: "",
			content: {},
			members,
		});
		const { share } = await store.shares.publish({ code: hex(8), ownerId: owner.id, itemId: item.id, kind: "playlist", playLimit });
		const visit = await store.visits.create({ id: hex(16), shareId: share.id, addressHash: "a", userAgentHash: "u", expiresAt: later });
		return { owner, members, item, share, visit };
	}
	const spend = ({ share, visit, item }: Awaited<ReturnType<typeof published>>, songId: number, key?: string, body = String(songId)) =>
		store.visits.spend({
			visitId: visit.id,
			songId,
			shareId: share.id,
			collectionId: item.id,
			limit: share.policy.playLimit,
			at,
			once: key ? { scope: visit.id, key, bodyHash: body, expiresAt: later } : null,
		});
	return { user, song, published, spend };
}
