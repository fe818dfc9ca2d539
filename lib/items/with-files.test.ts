import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { wav } from "@/e2e/support/wav";
import { mintOwner } from "@/lib/authority";
import { scene } from "@/lib/drivers/contracts/store-scene";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import { kinds } from "@/lib/kinds/registry";
import type { Item, Items, World } from "@/lib/ports";
import { Refused, unavailable } from "@/lib/refused";
import { setCover } from "./cover";
import { addSamples } from "./sample";
import { addSong } from "./songs";

const folder = mkdtempSync(join(tmpdir(), "passalong-with-files-"));
migrateSqlite(join(folder, "test.db"), "prisma/migrations/sqlite");
const store = prismaStore(openSqlite(join(folder, "test.db")), "sqlite");
const blobs = diskBlobs(folder);
const clock = { now: () => new Date() };

/** A store whose writes of that name happen, or not, and then end in `error`. */
function failing(name: "create" | "setCover", error: Error, happens: boolean): World {
	const write = store.items[name] as (...given: unknown[]) => Promise<unknown>;
	const fails = async (...given: unknown[]) => {
		if (happens) await write(...given);
		throw error;
	};
	return { ...store, items: { ...store.items, [name]: fails } as Items, blobs, clock } as unknown as World;
}

/** How many files there are, and that every one a row speaks of is whole. */
async function held(items: Item[], roles: string[]): Promise<number> {
	for (const item of items) {
		for (const role of roles) {
			const row = await store.items.blob(item.id, role);
			if (!row) continue;
			expect((await buffer(await blobs.open(row.key, { start: 0, end: row.size - 1 }))).length).toBe(row.size);
		}
	}
	return blobs.sweep((keys) => store.items.knownBlobs(keys));
}

describe.each([
	["whose answer got lost", unavailable(), true],
	["that did not happen, which nobody knows", unavailable(), false],
	["that was refused", new Refused("already_there"), false],
] as const)("a write %s", (_what, error, happens) => {
	let owner: ReturnType<typeof mintOwner>;
	beforeEach(async () => {
		owner = mintOwner(await scene(store).user());
		await blobs.sweep((keys) => store.items.knownBlobs(keys));
	});
	/** Files without a row that are left for the sweep. */
	const left = (files: number) => (error.code === "unavailable" && !happens ? files : 0);

	test("of a song keeps its bytes where its row may be", async () => {
		const staged = await blobs.stage(Readable.from([Buffer.from(wav())]));
		const adding = addSong(failing("create", error, happens), owner, kinds.song, { staged, name: "a.wav" }, {});
		await expect(adding).rejects.toBe(error);
		const songs = await store.items.list({ ownerId: owner.id, kind: "song" });
		expect([songs.length, await held(songs, ["audio"])]).toEqual([happens ? 1 : 0, left(1)]);
	});

	test("of a sample does so", async () => {
		await expect(addSamples(failing("create", error, happens), owner, kinds, [])).rejects.toBe(error);
		const songs = await store.items.list({ ownerId: owner.id, kind: "song" });
		expect([songs.length, await held(songs, ["audio"])]).toEqual([happens ? 1 : 0, left(1)]);
	});

	test("of a cover does so", async () => {
		const song = await scene(store).song(owner.id);
		const picture = join(folder, "picture.png");
		await sharp({ create: { width: 50, height: 50, channels: 3, background: "#0000ff" } }).toFile(picture);
		await expect(setCover(failing("setCover", error, happens), song, picture)).rejects.toBe(error);
		expect(await store.items.blob(song.id, "cover")).toEqual(happens ? expect.anything() : null);
		expect(await held([song], ["cover", "cover-small"])).toBe(left(2));
	});
});
