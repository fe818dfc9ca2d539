import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { nameOf } from "@/lib/drivers/names";
import { type Report, reporter } from "@/lib/drivers/report";
import { sharedLimiter } from "@/lib/drivers/upstash/shared-limiter";
import type { Clock, Limiter } from "@/lib/ports";

/** Limits that the instances of an installation count together in a Redis; where that is slow or away, `own` decides. */
export function redisLimiter(redis: Redis, own: Limiter, clock: Clock, secret: string, report: Report = reporter("Redis")): Limiter {
	return sharedLimiter({ redis: asUpstash(redis), own, clock, name: (key) => nameOf(secret, key), report });
}

/**
 * The two commands that @upstash/ratelimit calls. Its scripts begin with a flag that only Upstash's servers know, Redis refuses it: they are sent
 * without that line, and so have other digests than Ratelimit believes.
 */
function asUpstash(redis: Redis) {
	const digests = new Map<string, string>();
	const hold = holder(redis);
	return {
		async evalsha<Result>(digest: string, keys: string[], args: unknown[]): Promise<Result> {
			const known = digests.get(digest);
			// Ratelimit answers this with `eval`.
			if (!known) throw new Error("NOSCRIPT it was not sent yet");
			hold();
			return (await redis.evalsha(known, keys.length, ...keys, ...args.map(String))) as Result;
		},
		async eval<Result>(script: string, keys: string[], args: unknown[]): Promise<Result> {
			const plain = script.replace(/^#!.*/, "");
			digests.set(sha1(script), sha1(plain));
			return (await redis.eval(plain, keys.length, ...keys, ...args.map(String))) as Result;
		},
	};
}

/** What is asked in one turn of the event loop leaves in one write, which is the dearest part of asking. */
function holder(redis: Redis): () => void {
	let isHeld = false;
	return () => {
		const { stream } = redis;
		if (isHeld || redis.status !== "ready") return;
		isHeld = true;
		stream.cork();
		setImmediate(() => {
			isHeld = false;
			stream.uncork();
		});
	};
}

function sha1(text: string): string {
	return createHash("sha1").update(text).digest("hex");
}
