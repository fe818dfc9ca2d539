import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryBus } from "@/lib/drivers/memory/bus";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import { roomsTogether } from "@/lib/drivers/store/rooms-together";
import type { World } from "@/lib/ports";
import { createRoom } from "@/lib/rooms/create";
import { joinRoom } from "@/lib/rooms/join";

const begun = Date.parse("2026-03-01T20:00:00Z");

/** A world with rooms on a real database and a clock that stands until it is moved. */
export function roomWorld() {
	const file = join(mkdtempSync(join(tmpdir(), "passalong-rooms-")), "test.db");
	migrateSqlite(file, "prisma/migrations/sqlite");
	const store = prismaStore(openSqlite(file), "sqlite");
	let now = begun;
	const clock = { now: () => new Date(now) };
	const bus = memoryBus();
	/** What rooms and their guards need, and the items and links that results are kept as. */
	const world = {
		...store,
		clock,
		bus,
		limiter: memoryLimiter(clock),
		rooms: roomsTogether(store.rooms, bus),
		secrets: { session: "00", grant: "5e".repeat(32), visit: "00" },
		origin: "http://localhost:3000",
	} as unknown as World;
	return {
		world,
		/** The same database, seen by another process. */
		other: { ...world, rooms: roomsTogether(store.rooms, memoryBus()) } as World,
		store: store.rooms,
		/** In seconds. */
		wait(seconds: number) {
			now += seconds * 1_000;
		},
		/** In ms since 1970. */
		now: () => now,
		/** A room with its host and so many others in it, each known by their token. */
		async room({ guests = 0, mode = "classic" as "classic" | "tournament" } = {}) {
			const { code, hostToken } = await createRoom(world, { hostName: "Ada", mode });
			const host = await joinRoom(world, { sessionID: code, hostToken }, "host");
			const others = [];
			for (let n = 1; n <= guests; n++) others.push(await joinRoom(world, { sessionID: code, name: `Guest ${n}` }, `guest ${n}`));
			return { code, hostToken, host, guests: others };
		},
	};
}
