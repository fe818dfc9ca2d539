import { beforeAll, describe } from "vitest";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { roomsContract } from "@/lib/drivers/contracts/rooms.contract";
import { storeContract } from "@/lib/drivers/contracts/store.contract";
import type { RoomStore } from "@/lib/ports";
import { migratePostgres } from "./migrate-postgres";
import { openPostgres } from "./open-postgres";
import { prismaStore } from "./store";

describe.skipIf(!testPostgres())("a store", () => {
	const open = async () => {
		const url = await freshDatabase();
		await migratePostgres(url, "prisma/migrations/postgresql");
		return prismaStore(openPostgres({ url, pool: 10, timeout: 4_000 }), "postgresql");
	};
	storeContract("PostgreSQL", open);
	let rooms: RoomStore;
	beforeAll(async () => {
		({ rooms } = await open());
	});
	roomsContract("PostgreSQL", () => rooms, { keepsTime: true });
});
