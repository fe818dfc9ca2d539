import { once } from "node:events";
import { Redis } from "ioredis";
import { reporter } from "@/lib/drivers/report";
import { within } from "@/lib/drivers/within";

/** How long a start waits for Redis, in ms. It goes on without it. */
const patience = 1_000;

/**
 * A connection that comes back by itself. While it is away every command rejects at once: nothing is kept for later, since whoever asks has
 * long been answered otherwise by then. Resolves when it is there, or after a second.
 */
export async function connectRedis(url: string, report = reporter("Redis")): Promise<Redis> {
	const redis = new Redis(url, {
		enableOfflineQueue: false,
		maxRetriesPerRequest: 0,
		// Half a second after Redis is back it is ours again.
		retryStrategy: (times) => Math.min(50 * times, 500),
		connectTimeout: 2_000,
		// A command without any answer for this long: the connection is dead although nobody said so.
		socketTimeout: 2_000,
		// Whoever subscribes does so anew at each `ready`.
		autoResubscribe: false,
		// After a failover the old address may lead to what is now a replica.
		reconnectOnError: (error) => error.message.startsWith("READONLY"),
	});
	redis.on("error", (error) => report("the connection failed", error));
	await within(patience, once(redis, "ready")).catch(() => {});
	return redis;
}
