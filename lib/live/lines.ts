import type { IncomingMessage } from "node:http";
import { addressOf } from "@/lib/http/client-address";
import type { Platform } from "@/lib/platform";

/** Lines of one address at the same time, before `RATE_LIMIT_SCALE`: a full house behind one router, and no flood. */
const mostPerAddress = 1_000;
/** How often one line may ask to be let in. */
const mostBeginnings = 3;

/** A connection as Engine.IO has it: Socket.IO's sockets come over it. */
export type Line = {
	request: IncomingMessage;
	once(event: "close", hear: () => void): void;
	on(event: "packet", hear: (packet: { type: string; data?: unknown }) => void): void;
	close(): void;
};

/** Keeps count of the lines of each address, from the handshake on: also of those that never say who they are. */
export function lines({ env }: Platform) {
	const most = Math.ceil(mostPerAddress * env.rateLimitScale);
	const byAddress = new Map<string, number>();
	const countOf = (request: IncomingMessage) => byAddress.get(addressOf(request, env.trustProxy)) ?? 0;

	return {
		/** Whether there is room for one more, so that it can be refused with a word. */
		hasRoom: (request: IncomingMessage): boolean => countOf(request) < most,
		/** Counts a line while it is there. Of many that were let in at the same moment those are ended that are too many. */
		take(line: Line): void {
			const address = addressOf(line.request, env.trustProxy);
			const count = (byAddress.get(address) ?? 0) + 1;
			byAddress.set(address, count);
			line.once("close", () => {
				const left = (byAddress.get(address) ?? 1) - 1;
				if (left > 0) byAddress.set(address, left);
				else byAddress.delete(address);
			});
			if (count > most) line.close();
			else beginOnce(line);
		},
	};
}

/**
 * Ends a line that asks to be let in again and again: Socket.IO makes a socket of every such packet (`0…`) until the first of them is in, and a message of 64 kB
 * has room for thousands.
 */
function beginOnce(line: Line): void {
	let begun = 0;
	line.on("packet", ({ type, data }) => {
		if (type === "message" && typeof data === "string" && data.startsWith("0") && ++begun > mostBeginnings) line.close();
	});
}
