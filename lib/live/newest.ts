import { isBehind } from "./backlog";
import type { ServerEvent, ServerToClient } from "./events";
import type { LiveSocket, Sockets } from "./sockets";

/** How often those who read slowly are looked at again, in ms. */
const patience = 20;

const behind = new Set<LiveSocket>();
let looking: NodeJS.Timeout | undefined;

/**
 * Sends a state to everybody in a room who is connected here. Whoever reads slowly is spared what is old already: of each event they get the newest, as
 * soon as their line is free. Written once for all.
 */
export function sendNewest<Event extends ServerEvent>(
	io: Sockets,
	room: string,
	event: Event,
	...said: Parameters<ServerToClient[Event]>
): void {
	const slow: string[] = [];
	for (const id of io.of("/").adapter.rooms.get(room) ?? []) {
		const socket = io.of("/").sockets.get(id);
		if (!socket) continue;
		const key = `${room} ${event}`;
		if (!isBehind(socket)) {
			socket.data.unsent?.delete(key);
			continue;
		}
		slow.push(id);
		socket.data.unsent ??= new Map();
		socket.data.unsent.set(key, () => socket.rooms.has(room) && socket.emit(event, ...said));
		behind.add(socket);
	}
	io.local
		.to(room)
		.except(slow)
		.emit(event, ...said);
	if (behind.size > 0) looking ??= setInterval(look, patience).unref();
}

function look(): void {
	for (const socket of behind) {
		if (socket.connected && isBehind(socket)) continue;
		behind.delete(socket);
		const { unsent } = socket.data;
		delete socket.data.unsent;
		if (socket.connected) for (const send of unsent?.values() ?? []) send();
	}
	if (behind.size > 0) return;
	clearInterval(looking);
	looking = undefined;
}
