import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { privateHeaders } from "@/lib/http/answer";
import type { Platform } from "@/lib/platform";
import { isOverfull } from "./backlog";
import { converse } from "./conversation";
import { doorkeeper, introduce } from "./handshake";
import { lines } from "./lines";
import { movieRooms } from "./movie-rooms";
import { sharedPages } from "./shared-pages";
import type { Sockets } from "./sockets";

/** In bytes: what one message from a client may be. Nothing that clients say is long; what is long they send by HTTP. */
const longestMessage = 64_000;
/** In ms. How often it is looked who does not read what they are sent. */
const sweep = 5_000;

/** Where Socket.IO listens. */
export const socketPath = "/socket.io/";

export type Gateway = { close(): Promise<void> };

/** Puts what is live on the server: Socket.IO under its usual path, on the same port. To be called after the server has its other listeners. */
export function openGateway(world: Platform, server: HttpServer): Gateway {
	const counted = lines(world);
	const io: Sockets = new Server({
		path: socketPath,
		serveClient: false,
		// Upgrades to other paths are refused where the server is made.
		destroyUpgrade: false,
		maxHttpBufferSize: longestMessage,
		connectTimeout: 10_000,
		httpCompression: false,
		allowRequest: doorkeeper(world, counted.hasRoom),
		...(world.socketAdapter ? { adapter: world.socketAdapter } : {}),
	});
	io.attach(server);
	io.engine.on("headers", (headers: Record<string, string>) => Object.assign(headers, privateHeaders));
	io.use(introduce(world));

	const rooms = movieRooms(world, io);
	const pages = sharedPages(world, io);
	const handlers = { ...rooms.handlers, ...pages.handlers };
	io.engine.on("connection", counted.take);
	/** What has to be written of those who hung up. */
	const leaving = new Set<Promise<void>>();
	io.on("connection", (socket) => {
		pages.came(socket);
		converse(socket, handlers, world.clock);
		socket.once("disconnect", () => {
			pages.gone(socket);
			const left = rooms.gone(socket).finally(() => leaving.delete(left));
			leaving.add(left);
			// There is one namespace: a line without it has nothing to say.
			socket.conn.close();
		});
	});
	const sweeping = setInterval(() => {
		for (const socket of io.of("/").sockets.values()) if (isOverfull(socket)) socket.disconnect(true);
	}, sweep);

	return {
		async close() {
			clearInterval(sweeping);
			// Not `io.close()`: that waits for every answer under way on the server, which is whose server it is to end.
			io.local.disconnectSockets(true);
			await Promise.all(leaving);
			rooms.close();
			pages.close();
			await io.of("/").adapter.close();
			io.engine.close();
		},
	};
}
