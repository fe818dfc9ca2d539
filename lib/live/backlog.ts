import { z } from "zod";
import type { LiveSocket } from "./sockets";

/** What may wait for one reader: so many messages, or so many bytes. */
const most = { messages: 1_000, bytes: 8_000_000 };

/** What Engine.IO does not show: packets that wait for the transport, and bytes that wait in it (ws). */
const insides = z.object({
	writeBuffer: z.array(z.unknown()),
	transport: z.object({ socket: z.object({ bufferedAmount: z.number() }).optional().catch(undefined) }),
});

/** Whether it has not even taken what it was sent before. */
export function isBehind({ conn }: LiveSocket): boolean {
	return insides.parse(conn).writeBuffer.length > 0;
}

/** Whether so much waits for a reader who does not read that they have to go: they come back for the state as it is. */
export function isOverfull({ conn }: LiveSocket): boolean {
	const { writeBuffer, transport } = insides.parse(conn);
	return writeBuffer.length > most.messages || (transport.socket?.bufferedAmount ?? 0) > most.bytes;
}
