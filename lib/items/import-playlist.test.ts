import { setImmediate as breathe } from "node:timers/promises";
import { expect, test } from "vitest";
import { mintOwner } from "@/lib/authority";
import { kinds } from "@/lib/kinds/registry";
import type { User, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { importPlaylist } from "./import-playlist";

// Nothing is asked of them: no file is read to its end.
const world = {} as World;
const owner = mintOwner({ id: 1 } as unknown as User);
const staged = { key: "", path: import.meta.filename, size: 0, sha256: "", keep: async () => {}, discard: async () => {} };

test("two files are read at once, and the next when one of them is done or refused", async () => {
	const reading: (() => void)[] = [];
	const read = () =>
		new Promise<never>((_, reject) => {
			reading.push(() => reject(badField("file", "Refused")));
		});
	const imports = Array.from({ length: 5 }, () =>
		importPlaylist(world, owner, { ...kinds, read }, { staged, name: "a.m3u8" }, {}).catch((error: unknown) => error),
	);
	for (let ended = 0; ended < imports.length; ended++) {
		while (reading.length < Math.min(ended + 2, imports.length)) await breathe();
		// What could start in spite of its turn would have done so by now.
		for (let rounds = 0; rounds < 50; rounds++) await breathe();
		expect(reading).toHaveLength(Math.min(ended + 2, imports.length));
		reading[ended]?.();
	}
	expect(await Promise.all(imports)).toEqual(imports.map(() => expect.any(Refused)));
});
