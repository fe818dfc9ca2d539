import type { Redis } from "ioredis";
import { z } from "zod";
import { nameOf } from "@/lib/drivers/names";
import { type Report, reporter } from "@/lib/drivers/report";
import { firstVersion } from "@/lib/drivers/store/rooms-together";
import type { RoomStore } from "@/lib/ports";
import { unavailable } from "@/lib/refused";

/** Compare-and-swap: KEYS[1] is a hash with `version` and `room`; ARGV are the version it must be at, the room, and how long it lives, in ms. */
const swapScript = `
if redis.call("HGET", KEYS[1], "version") ~= ARGV[1] then return 0 end
redis.call("HINCRBY", KEYS[1], "version", 1)
redis.call("HSET", KEYS[1], "room", ARGV[2])
redis.call("PEXPIRE", KEYS[1], ARGV[3])
return 1`;
/** Makes one, unless it is there. ARGV are its version, the room, and how long it lives, in ms. */
const createScript = `
if redis.call("EXISTS", KEYS[1]) == 1 then return 0 end
redis.call("HSET", KEYS[1], "version", ARGV[1], "room", ARGV[2])
redis.call("PEXPIRE", KEYS[1], ARGV[3])
return 1`;

const stored = z.object({ version: z.coerce.number(), room: z.string() });

/**
 * Rooms in a Redis, which forgets them when their time is over. `secret` keeps them apart from those of other installations. Throws `unavailable` while
 * Redis is away: a room that nobody can see must not be changed by one who remembers it.
 */
export function redisRooms(redis: Redis, secret: string, report: Report = reporter("Redis")): RoomStore {
	const keyOf = (code: string) => `passalong:room:${nameOf(secret, `room:${code}`)}`;
	const lives = (now: Date, expiresAt: Date) => Math.max(1, expiresAt.getTime() - now.getTime());

	async function asked<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (error) {
			report("rooms cannot be reached", error);
			throw unavailable();
		}
	}

	return {
		async create(code, room, now, expiresAt) {
			const given = [firstVersion(now), JSON.stringify(room), lives(now, expiresAt)] as const;
			return (await asked(redis.eval(createScript, 1, keyOf(code), ...given))) === 1;
		},
		async read(code) {
			const fields = await asked(redis.hgetall(keyOf(code)));
			const found = stored.safeParse(fields);
			return found.success ? { version: found.data.version, room: JSON.parse(found.data.room) as unknown } : null;
		},
		async swap(code, version, room, now, expiresAt) {
			const given = [String(version), JSON.stringify(room), lives(now, expiresAt)] as const;
			return (await asked(redis.eval(swapScript, 1, keyOf(code), ...given))) === 1;
		},
		// Redis does it by itself.
		async sweep() {},
	};
}
