import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { checkedKey } from "@/lib/drivers/blob-key";
import { stageFile } from "@/lib/drivers/disk/staging";
import type { Blobs, Clock } from "@/lib/ports";
import { NoSuchBlob } from "@/lib/refused";
import { orUnavailable, tell } from "./away";
import { ask, type Bucket, isAbsent } from "./bucket";
import { download } from "./download";
import { sweepObjects, sweepUploads } from "./sweep";
import { partDigests, uploadFile } from "./upload";

type Setup = {
	staging: string;
	clock: Clock;
	/** How long until what could not be removed is tried again, in milliseconds. */
	patience?: number;
};

/**
 * Files in a bucket, each under the prefix and its key. They are staged in a folder of this machine, `staging`, since a file is
 * read before it is kept. While the bucket is away everything but staging refuses with `unavailable`.
 */
export function s3Blobs(bucket: Bucket, { staging, clock, patience = 30_000 }: Setup): Blobs {
	const { sdk, calls, name, prefix } = bucket;
	const place = (key: string) => prefix + checkedKey(key);
	// A folder for each start: the last one's can go at any time.
	const ours = randomBytes(8).toString("hex");
	const removeNow = (key: string) => ask((options) => calls.send(new sdk.DeleteObjectCommand({ Bucket: name, Key: place(key) }), options));
	const owed = debts(removeNow, patience);
	return {
		async stage(source) {
			const digests = partDigests();
			const staged = await stageFile(join(staging, ours), source, digests.see);
			const { key, path, size } = staged;
			const discard = () => rm(path, { force: true });
			const file = { path, size, md5s: digests.md5s() };
			return {
				...staged,
				keep: () => orUnavailable("take a file", () => uploadFile(bucket, place(key), file)).then(discard),
				discard,
			};
		},
		async open(key, range) {
			const object = place(key);
			return orUnavailable("open a file", async () => {
				try {
					return { file: await download(bucket, object, range) };
				} catch (error) {
					if (isAbsent(error)) return { file: null };
					throw error;
				}
			}).then(({ file }) => {
				if (!file) throw new NoSuchBlob();
				return file;
			});
		},
		async remove(key) {
			place(key);
			await removeNow(key).catch((error: unknown) => {
				tell("remove a file, which is tried again", error);
				owed.add(key);
			});
		},
		async sweep(isKnown) {
			const stale = (await readdir(staging).catch(() => [])).filter((start) => start !== ours);
			for (const start of stale) await rm(join(staging, start), { recursive: true, force: true });
			const removed = await sweepObjects(bucket, clock.now(), isKnown);
			await sweepUploads(bucket, clock.now()).catch((error: unknown) => tell("list unfinished uploads", error));
			return removed;
		},
	};
}

/** Keys that are still to be removed. The rows are gone already, so nobody can be told no; what a crash forgets, the sweep finds. */
function debts(remove: (key: string) => Promise<unknown>, patience: number): { add(key: string): void } {
	const keys = new Set<string>();
	let waiting = false;
	const settle = async () => {
		waiting = false;
		for (const key of [...keys]) {
			try {
				await remove(key);
				keys.delete(key);
			} catch {
				wait();
				return;
			}
		}
	};
	const wait = () => {
		if (waiting) return;
		waiting = true;
		setTimeout(settle, patience).unref();
	};
	return {
		add(key) {
			keys.add(key);
			wait();
		},
	};
}
