import { mkdtempSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { finished } from "node:stream/promises";
import { beforeEach, expect, test } from "vitest";
import { wav } from "@/e2e/support/wav";
import { mintOwner, type Owner } from "@/lib/authority";
import { scene } from "@/lib/drivers/contracts/store-scene";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import { addSong } from "@/lib/items/songs";
import { kinds } from "@/lib/kinds/registry";
import type { World } from "@/lib/ports";
import { exportAccount } from "./export-account";

const folder = mkdtempSync(join(tmpdir(), "passalong-export-"));
migrateSqlite(join(folder, "test.db"), "prisma/migrations/sqlite");
const store = prismaStore(openSqlite(join(folder, "test.db")), "sqlite");
const blobs = diskBlobs(folder);
const world = { ...store, blobs, clock: { now: () => new Date() } } as unknown as World;

let owner: Owner;
let file: string;
beforeEach(async () => {
	owner = mintOwner(await scene(store).user());
	const staged = await blobs.stage(Readable.from([Buffer.from(wav({ seconds: 20 }))]));
	const { song } = await addSong(world, owner, kinds.song, { staged, name: "a.wav" }, {});
	const key = (await store.items.blob(song.id, "audio"))?.key ?? "";
	file = join(folder, "blobs", key.slice(0, 2), key);
});

test("a file that went is empty in it", async () => {
	await rm(file);
	const zip = await buffer(await exportAccount(world, owner));
	expect(zip.toString("latin1")).toContain("audio.wav");
});

test("a file that cannot be read breaks it off, so that nobody takes a part for the whole", async () => {
	await rm(file);
	await mkdir(file);
	await expect(buffer(await exportAccount(world, owner))).rejects.toThrow("EISDIR");
});

test("whoever leaves in the middle leaves no file open", async () => {
	const opened: Readable[] = [];
	const open: World["blobs"]["open"] = async (...given) => {
		const source = await blobs.open(...given);
		opened.push(source);
		return source;
	};
	const zip = await exportAccount({ ...world, blobs: { ...blobs, open } }, owner);
	zip.on("data", () => opened.length > 0 && zip.destroy());
	await finished(zip).catch(() => {});
	await expect.poll(() => opened.map(({ closed }) => closed), { timeout: 20_000 }).toEqual([true]);
});
