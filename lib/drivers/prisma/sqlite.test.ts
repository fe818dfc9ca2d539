import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeContract } from "@/lib/drivers/contracts/store.contract";
import { openSqlite } from "./client";
import { migrateSqlite } from "./migrate";
import { prismaStore } from "./store";

storeContract("SQLite", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "passalong-store-")), "test.db");
	migrateSqlite(file, "prisma/migrations/sqlite");
	return prismaStore(openSqlite(file), "sqlite");
});
