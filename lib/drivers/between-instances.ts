import { deafBus, memoryBus } from "@/lib/drivers/memory/bus";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import { nameOf } from "@/lib/drivers/names";
import { reporter } from "@/lib/drivers/report";
import { within } from "@/lib/drivers/within";
import type { Bus, Clock, Limiter, RoomStore } from "@/lib/ports";
import { redisBus } from "./redis/bus";
import type { SocketAdapter } from "./redis/socket-adapter";

type Settings = {
	redis: { url: string } | null;
	upstash: { url: string; token: string } | null;
	/** Whether other processes may work on the same database. */
	hasOthers: boolean;
};

export type BetweenInstances = {
	limiter: Limiter;
	bus: Bus;
	/** Where rooms are; null: in the database. */
	rooms: RoomStore | null;
	/** What carries events to the sockets of the others; null: there is nothing between them. */
	socketAdapter: SocketAdapter | null;
	/** Whether each service that was named answers. Without it everything goes on: the process limits by itself, and looks instead of hearing. */
	check(): Promise<Record<string, boolean>>;
	close(): Promise<void>;
};

/**
 * What the instances of an installation share besides database and files: limits and the bus. `secret` is theirs alone and keeps them apart from
 * others on the same Redis. Waits a second for Redis at most, and goes on without. The clients, 40 MB, are loaded where they are needed alone.
 */
export async function openBetweenInstances(settings: Settings, clock: Clock, secret: string): Promise<BetweenInstances> {
	const own = memoryLimiter(clock);
	const redis = settings.redis && (await openRedis(settings.redis.url, own, clock, secret));
	const upstash = settings.upstash && (await openUpstash(settings.upstash, own, clock, secret));
	return {
		limiter: upstash ?? redis?.limiter ?? own,
		rooms: redis?.rooms ?? null,
		socketAdapter: redis?.socketAdapter ?? null,
		bus: redis?.bus ?? (settings.hasOthers ? deafBus() : memoryBus()),
		async check() {
			const [redisWorks, upstashWorks] = await Promise.all([redis?.works(), upstash?.works()]);
			return { ...(redis && { redis: redisWorks === true }), ...(upstash && { upstash: upstashWorks === true }) };
		},
		async close() {
			await redis?.close();
		},
	};
}

async function openUpstash(to: { url: string; token: string }, own: Limiter, clock: Clock, secret: string) {
	const { upstashLimiter } = await import("@/lib/drivers/upstash/limiter");
	return upstashLimiter(to, own, clock, secret);
}

async function openRedis(url: string, own: Limiter, clock: Clock, secret: string) {
	const [{ connectRedis }, { redisLimiter }, { redisRooms }, { redisSocketAdapter }] = await Promise.all([
		import("./redis/connection"),
		import("./redis/limiter"),
		import("./redis/rooms"),
		import("./redis/socket-adapter"),
	]);
	const report = reporter("Redis");
	const redis = await connectRedis(url, report);
	const bus = redisBus(redis, `passalong:bus:${nameOf(secret, "bus")}`, report);
	const sockets = redisSocketAdapter(url, secret, { report });
	return {
		limiter: redisLimiter(redis, own, clock, secret, report),
		rooms: redisRooms(redis, secret, report),
		socketAdapter: sockets.create,
		bus,
		async works(): Promise<boolean> {
			try {
				await within(1_000, redis.ping());
				return true;
			} catch (error) {
				report("it does not answer", error);
				return false;
			}
		},
		async close(): Promise<void> {
			await bus.close();
			sockets.close();
			redis.disconnect();
		},
	};
}
