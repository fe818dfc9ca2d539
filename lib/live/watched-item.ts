import type { LiveSocket, Sockets } from "./sockets";
import { toldCount } from "./told-count";
import type { Viewers } from "./viewers";

/** An item as far as its owner has it open here: they are told how many look at its links. */
export type WatchedItem = { enter(socket: LiveSocket): void; leave(socket: LiveSocket): void; close(): void };

/** `whenEmpty` is called when nobody here has it open any more. */
export function openWatchedItem({ io, viewers }: { io: Sockets; viewers: Viewers }, itemId: number, whenEmpty: () => void): WatchedItem {
	const place = `item:${itemId}`;
	const owners = new Set<LiveSocket>();
	const seat = viewers.sit(itemId, null, () => count.tellSoon(false));
	const count = toldCount(io, place, seat.onItem);

	function close(): void {
		seat.leave();
		count.close();
	}

	return {
		enter(socket) {
			owners.add(socket);
			void socket.join(place);
			count.tellSoon(true);
		},
		leave(socket) {
			if (!owners.delete(socket)) return;
			void socket.leave(place);
			if (owners.size > 0) return;
			close();
			whenEmpty();
		},
		close,
	};
}
