import { watchChanges } from "@/lib/changes";
import type { World } from "@/lib/ports";
import { Refused } from "@/lib/refused";
import type { SharedPage } from "./shared-page";
import type { LiveSocket } from "./sockets";
import type { WatchedItem } from "./watched-item";

/** Shared pages and own items that one connection follows. */
const most = 8;

/** In ms: nobody tells that the time of a session or a token is over. */
const minute = 60_000;

/** What one socket follows: links by their codes, items by their numbers. */
export type Followed = { pages: Map<string, SharedPage>; items: Map<number, WatchedItem> };

/** What each socket follows. Whoever signs out is a stranger from then on. */
export function followed(world: World) {
	const all = new Map<LiveSocket, Followed & { forget(): void }>();

	function of(socket: LiveSocket): Followed {
		const known = all.get(socket);
		if (known) return known;
		const made = { pages: new Map<string, SharedPage>(), items: new Map<number, WatchedItem>() };
		// Whoever hung up while they were waiting follows nothing.
		if (socket.connected) all.set(socket, { ...made, forget: whenSignedOut(socket) });
		return made;
	}

	function whenSignedOut(socket: LiveSocket): () => void {
		const { visitor, isStillSignedIn } = socket.data;
		if (!visitor.owner || !isStillSignedIn) return () => {};
		const watched = { itemIds: [], ownerIds: [visitor.owner.id], every: minute };
		return watchChanges(world.bus, watched, async () => {
			if (!socket.data.visitor.owner || (await isStillSignedIn())) return;
			socket.data.visitor = { ...socket.data.visitor, owner: null };
			const { pages, items } = of(socket);
			for (const item of items.values()) item.leave(socket);
			items.clear();
			await Promise.all([...pages.values()].map((page) => page.askAgain()));
		});
	}

	return {
		of,
		/** From now on it is known when they sign out, also before they follow anything. */
		begin(socket: LiveSocket): void {
			if (socket.data.visitor.owner) of(socket);
		},
		/** The same, with room for one more. Throws `too_many_followed`. */
		withRoom(socket: LiveSocket): Followed {
			const { pages, items } = of(socket);
			if (pages.size + items.size >= most) throw new Refused("too_many_followed");
			return { pages, items };
		},
		/** The socket is gone, and follows nothing any more. */
		end(socket: LiveSocket): void {
			const one = all.get(socket);
			if (!one) return;
			all.delete(socket);
			one.forget();
			for (const each of [...one.pages.values(), ...one.items.values()]) each.leave(socket);
		},
	};
}
