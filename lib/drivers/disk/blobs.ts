import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { blobKey, checkedKey } from "@/lib/drivers/blob-key";
import type { Blobs } from "@/lib/ports";
import { NoSuchBlob } from "@/lib/refused";
import { stageFile } from "./staging";

/** Files under `folder`: `staging/<key>` while nobody owns them, `blobs/<first two of key>/<key>` afterwards. */
export function diskBlobs(folder: string): Blobs {
	const staging = join(folder, "staging");
	const place = (key: string) => join(folder, "blobs", checkedKey(key).slice(0, 2), key);
	return {
		async stage(source) {
			const staged = await stageFile(staging, source);
			const { key, path } = staged;
			return {
				...staged,
				async keep() {
					const target = place(key);
					await mkdir(dirname(target), { recursive: true });
					await rename(path, target);
					await sync(dirname(target));
					await sync(join(folder, "blobs"));
				},
				discard: () => rm(path, { force: true }),
			};
		},
		async open(key, { start, end }) {
			// Opened at once: whoever removes it from now on takes nothing away from this reader.
			const file = await open(place(key)).catch((error: NodeJS.ErrnoException) => {
				throw error.code === "ENOENT" ? new NoSuchBlob() : error;
			});
			return file.createReadStream({ start, end });
		},
		remove: (key) => rm(place(key), { force: true }),
		async sweep(isKnown) {
			await rm(staging, { recursive: true, force: true });
			let removed = 0;
			const shelves = await readdir(join(folder, "blobs")).catch(() => []);
			// Only what we made ourselves: somebody's `.DS_Store` is none of our business.
			for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
				const keys = (await readdir(join(folder, "blobs", shelf))).filter((name) => blobKey.test(name));
				const known = await isKnown(keys);
				for (const key of keys.filter((key) => !known.has(key))) {
					await rm(join(folder, "blobs", shelf, key), { force: true });
					removed++;
				}
			}
			return removed;
		},
	};
}

/** Makes a rename in the folder survive a power cut. */
async function sync(folder: string): Promise<void> {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
