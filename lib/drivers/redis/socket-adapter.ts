import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { nameOf } from "@/lib/drivers/names";
import { type Report, reporter } from "@/lib/drivers/report";

export type SocketAdapter = ReturnType<typeof createAdapter>;

/** In ms. Reading waits so long for the next event at most, and is asked again. */
const longestWait = 1_000;

/**
 * Carries what is said in rooms to the sockets of the other instances; connects when it is first used, and its readers end with it. What must not be missed does not hang on
 * it: rooms and links are told by the bus, and read again. `secret` keeps installations on one Redis apart.
 */
export function redisSocketAdapter(
	url: string,
	secret: string,
	report: Report = reporter("Redis"),
): { create: SocketAdapter; close(): void } {
	let opened: { writer: Redis; create: SocketAdapter } | undefined;

	function open() {
		const watched = (redis: Redis) => redis.on("error", (error) => report("the connection failed", error));
		// Nothing waits for a Redis that is away: what is said then is heard by the sockets of this instance alone.
		const writer = watched(new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000 }));
		// The adapter asks for the next event as soon as the last question was answered, also with an error: its readers wait until Redis is back.
		writer.duplicate = () => watched(new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 2_000 }));
		const name = `passalong:sockets:${nameOf(secret, "sockets")}`;
		const settings = { streamName: name, channelPrefix: name, blockTimeInMs: longestWait, maxLen: 10_000 };
		return { writer, create: createAdapter(writer, settings) };
	}

	/** Called with `new`, so no method and no arrow. */
	function create(namespace: Parameters<SocketAdapter>[0]) {
		opened ??= open();
		return opened.create(namespace);
	}

	return { create, close: () => opened?.writer.disconnect() };
}
