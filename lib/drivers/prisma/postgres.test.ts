import { describe } from "vitest";
import { freshDatabase, testPostgres } from "@/e2e/support/throw-away";
import { storeContract } from "@/lib/drivers/contracts/store.contract";
import { migratePostgres } from "./migrate-postgres";
import { openPostgres } from "./open-postgres";
import { prismaStore } from "./store";

describe.skipIf(!testPostgres())("a store", () => {
	storeContract("PostgreSQL", async () => {
		const url = await freshDatabase();
		await migratePostgres(url, "prisma/migrations/postgresql");
		return prismaStore(openPostgres({ url, pool: 10, timeout: 4_000 }), "postgresql");
	});
});
