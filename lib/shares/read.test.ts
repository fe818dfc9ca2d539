import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdsNothing } from "@/lib/authority";
import { at, later, scene } from "@/lib/drivers/contracts/store-scene";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import type { World } from "@/lib/ports";
import { unavailable } from "@/lib/refused";
import { readShare } from "./read";

const file = join(mkdtempSync(join(tmpdir(), "passalong-read-")), "test.db");
migrateSqlite(file, "prisma/migrations/sqlite");
const store = prismaStore(openSqlite(file), "sqlite");
const world = (shares: Partial<World["shares"]> = {}, now = at) =>
	({ ...store, shares: { ...store.shares, ...shares }, clock: { now: () => now }, origin: "http://localhost" }) as unknown as World;
const visitor = { owner: null, address: "a", userAgent: "Firefox", holds: holdsNothing };
const counts = { referrer: null };

test("an opening is in the counts that it is answered with", async () => {
	const { share } = await scene(store).published();
	for (const [nth, now] of [at, later].entries()) {
		const read = await readShare(world({}, now), share.code, visitor, { counts });
		expect(read.share).toMatchObject({ viewCount: nth + 1, playCount: 0, lastAccessedAt: now });
		expect(await store.shares.counts(share.id)).toMatchObject({ viewCount: nth + 1, lastAccessedAt: now });
	}
	const unseen = await readShare(world(), share.code, visitor, { counts: false });
	expect(unseen.share).toMatchObject({ viewCount: 2, lastAccessedAt: later });
});

test("an opening that is told no, since its counts could not be read, has not been counted", async () => {
	const { share } = await scene(store).published();
	const refused = readShare(world({ counts: () => Promise.reject(unavailable()) }), share.code, visitor, { counts });
	await expect(refused).rejects.toMatchObject({ code: "unavailable" });
	expect(await store.shares.counts(share.id)).toMatchObject({ viewCount: 0 });
});
