import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "@/lib/live/events";

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** A line to our own server, which comes back by itself when it breaks. Its client is loaded when the first one is wanted. */
export async function openSocket(): Promise<LiveSocket> {
	const { io } = await import("socket.io-client");
	// Where websockets do not get through, plain requests do.
	return io({ transports: ["websocket", "polling"], tryAllTransports: true });
}
