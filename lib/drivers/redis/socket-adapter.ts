import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { nameOf } from "@/lib/drivers/names";
import { type Report, reporter } from "@/lib/drivers/report";

export type SocketAdapter = ReturnType<typeof createAdapter>;

type Settings = {
	report?: Report;
	/** In ms. Reading waits so long for the next event at most, and is asked again. */
	blockTimeInMs?: number;
};

/**
 * Carries what is said in rooms to the sockets of the other instances; connects when it is first used, and its readers end with it. What must not be missed does not hang on
 * it: rooms and links are told by the bus, and read again. `secret` keeps installations on one Redis apart.
 */
export function redisSocketAdapter(
	url: string,
	secret: string,
	{ report = reporter("Redis"), blockTimeInMs = 1_000 }: Settings = {},
): { create: SocketAdapter; close(): void } {
	let opened: { writer: Redis; create: SocketAdapter } | undefined;

	const name = `passalong:sockets:${nameOf(secret, "sockets")}`;

	function open() {
		const watched = (redis: Redis) => redis.on("error", (error) => report("the connection failed", error));
		// Nothing waits for a Redis that is away: what is said then is heard by the sockets of this instance alone.
		const writer = watched(new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000 }));
		// The adapter asks for the next event as soon as the last question was answered, also with an error: its readers wait until Redis is back.
		const asReader = { connectionName: name, maxRetriesPerRequest: null, connectTimeout: 2_000 };
		writer.duplicate = () => readsOn(watched(new Redis(url, asReader)), name);
		const settings = { streamName: name, channelPrefix: name, blockTimeInMs, maxLen: 10_000 };
		return { writer, create: createAdapter(writer, settings) };
	}

	/** Called with `new`, so no method and no arrow. */
	function create(namespace: Parameters<SocketAdapter>[0]) {
		opened ??= open();
		return opened.create(namespace);
	}

	return { create, close: () => opened?.writer.disconnect() };
}

/**
 * The adapter asks for what comes after "$" until it has read something, and would miss what is added between two such questions: each means what comes
 * after the stream's last entry at the first of them.
 */
function readsOn(reader: Redis, stream: string): Redis {
	let last: string | undefined;
	const lastEntry = async () => (await reader.xrevrange(stream, "+", "-", "COUNT", 1))[0]?.[0] ?? "0-0";
	return Object.assign(reader, {
		async xread(...question: (string | number)[]) {
			const after = question.at(-1) ?? "$";
			if (after === "$") last ??= await lastEntry();
			return reader.call("xread", ...question.slice(0, -1), after === "$" && last !== undefined ? last : after);
		},
	});
}
