import { firstVersion } from "@/lib/drivers/store/rooms-together";
import type { RoomStore } from "@/lib/ports";
import { type Db, uniqueViolation } from "./client";
import { Prisma } from "./generated/client";
import type { Together } from "./statements";
import type { Engine } from "./transact";

/** Rooms as rows, each a document under its code. */
export function prismaRooms(db: Db, engine: Engine, together: Together): RoomStore {
	// SQLite's commits wait for the disk on a thread of their own; meanwhile the next votes are collected.
	const write = (sql: Prisma.Sql) => (engine === "sqlite" ? together((tx) => tx.run(sql)) : db.$executeRaw(sql));
	return {
		async create(code, room, now, expiresAt) {
			const fresh = { state: JSON.stringify(room), version: firstVersion(now), expiresAt };
			// The code of a room whose time is over is free again.
			if ((await db.room.updateMany({ where: { code, expiresAt: { lte: now } }, data: fresh })).count === 1) return true;
			try {
				await db.room.create({ data: { code, ...fresh } });
				return true;
			} catch (error) {
				if (uniqueViolation(error)) return false;
				throw error;
			}
		},
		async read(code, now) {
			const row = await db.room.findFirst({ where: { code, expiresAt: { gt: now } }, select: { version: true, state: true } });
			return row && { version: row.version, room: JSON.parse(row.state) as unknown };
		},
		async swap(code, version, room, now, expiresAt) {
			const written =
				await write(Prisma.sql`UPDATE "Room" SET "state" = ${JSON.stringify(room)}, "version" = ${version + 1}, "expiresAt" = ${expiresAt}
				WHERE "code" = ${code} AND "version" = ${version} AND "expiresAt" > ${now}`);
			return written === 1;
		},
		async sweep(now) {
			await db.room.deleteMany({ where: { expiresAt: { lte: now } } });
		},
	};
}
