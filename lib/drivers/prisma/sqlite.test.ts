import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roomsContract } from "@/lib/drivers/contracts/rooms.contract";
import { storeContract } from "@/lib/drivers/contracts/store.contract";
import { openDatabase } from "./database";
import { migrateSqlite } from "./migrate";
import { prismaStore } from "./store";

const open = async () => {
	const file = join(mkdtempSync(join(tmpdir(), "passalong-store-")), "test.db");
	migrateSqlite(file, "prisma/migrations/sqlite");
	const { db, engine, together } = await openDatabase({ file });
	return prismaStore(db, engine, together);
};
storeContract("SQLite", open);
const { rooms } = await open();
roomsContract("SQLite", () => rooms, { keepsTime: true });
