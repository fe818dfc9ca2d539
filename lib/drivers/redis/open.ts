import type { Bus } from "@/lib/ports";
import { redisBus } from "./bus";
import { connectRedis } from "./connection";
import { nameOf } from "./names";
import { reporter } from "./report";
import { within } from "./within";

export type OpenRedis = {
	bus: Bus;
	/** Whether Redis answers within a second. */
	works(): Promise<boolean>;
	close(): Promise<void>;
};

/** What an installation has of a Redis; `secret` keeps it apart from others there. Waits a second for Redis at most, and goes on without. */
export async function openRedis(url: string, secret: string): Promise<OpenRedis> {
	const report = reporter("Redis");
	const redis = await connectRedis(url, report);
	const bus = redisBus(redis, `passalong:bus:${nameOf(secret, "bus")}`, report);
	return {
		bus,
		async works() {
			try {
				await within(1_000, redis.ping());
				return true;
			} catch (error) {
				report("it does not answer", error);
				return false;
			}
		},
		async close() {
			await bus.close();
			redis.disconnect();
		},
	};
}
