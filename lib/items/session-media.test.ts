import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { scene } from "@/lib/drivers/contracts/store-scene";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import { openSqlite } from "@/lib/drivers/prisma/client";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";
import { prismaStore } from "@/lib/drivers/prisma/store";
import { kinds } from "@/lib/kinds/registry";
import type { Item, World } from "@/lib/ports";
import { written } from "@/lib/shares/kind";
import { contentOf, mostMedia } from "./session-content";
import { addMedia } from "./session-media";

const folder = mkdtempSync(join(tmpdir(), "passalong-session-media-"));
migrateSqlite(join(folder, "test.db"), "prisma/migrations/sqlite");
const store = prismaStore(openSqlite(join(folder, "test.db")), "sqlite");
const blobs = diskBlobs(folder);
const world = { ...store, blobs, clock: { now: () => new Date() } } as unknown as World;
const kind = kinds.session;

/** Pictures as a form brings them. */
async function form(...names: string[]) {
	const taken = names.map(async (name, index) => {
		const media = await blobs.stage(Readable.from([Buffer.from(name)]));
		const thumb = await blobs.stage(Readable.from([Buffer.from(`small ${name}`)]));
		const medium = { type: "image" as const, width: 4, height: 3, seconds: null, size: media.size, thumbnail: thumb.sha256.slice(0, 8) };
		return { index, name, value: { medium, type: "image/png", media, thumb } };
	});
	return { taken: await Promise.all(taken), skipped: [{ name: "notes.txt", reason: "No picture" }], texts: names };
}
const full = (name: string) => ({ name, reason: `A slideshow holds ${mostMedia} pictures and videos` });

/** A session with room for so many. */
let before: Item;
const room = 3;
beforeEach(async () => {
	const media = Array.from({ length: mostMedia - room }, (_, index) => ({ id: index + 1, type: "image", width: 4, height: 3 }));
	const content = { media, nextMediaId: mostMedia };
	const { id: ownerId } = await scene(store).user();
	before = await store.items.create({ ownerId, kind: "session", title: "Hut", description: "", ...written(kind, content) });
});
const captions = async () =>
	contentOf(kind, (await store.items.byId(before.id)) ?? before)
		.media.slice(mostMedia - room)
		.map(({ caption }) => caption);
/** Files that no row knows. */
const stray = () => blobs.sweep((keys) => store.items.knownBlobs(keys));

test("of two forms at once the second one adds what there is still room for", async () => {
	expect((await addMedia(world, before, kind, await form("a", "b"))).skipped).toHaveLength(1);
	// As it was read before the first form was written.
	const { media, skipped } = await addMedia(world, before, kind, await form("c", "d", "e", "f"));
	expect(media.map(({ caption }) => caption)).toEqual(["c"]);
	expect(skipped.slice(1)).toEqual(["d", "e", "f"].map(full));
	expect(await captions()).toEqual(["a", "b", "c"]);
	expect(await stray()).toBe(0);
});

test("of two forms at once the second one is refused when nothing of it fits, with all that was skipped", async () => {
	await addMedia(world, before, kind, await form("a", "b", "c"));
	const { skipped } = await form();
	await expect(addMedia(world, before, kind, await form("d", "e"))).rejects.toMatchObject({
		code: "bad_input",
		fields: { fields: { files: "No picture" }, skipped: [...skipped, full("d"), full("e")] },
	});
	expect(await captions()).toEqual(["a", "b", "c"]);
	expect(await stray()).toBe(0);
});
