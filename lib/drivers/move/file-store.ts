import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { blobKey, checkedKey } from "@/lib/drivers/blob-key";
import { ask, type Bucket, isAbsent, nameOf } from "@/lib/drivers/s3/bucket";
import { claimBucket, installationOf } from "@/lib/drivers/s3/claim";
import { UnusableBucket } from "@/lib/drivers/s3/unusable-bucket";
import { partDigests, uploadFile } from "@/lib/drivers/s3/upload";
import { CannotMove } from "./row-store";

/** A file as it is: how long, and the SHA-256 of its bytes; `md5s` for whom it is sent to. */
export type Measured = { size: number; sha256: string; md5s: string[] };

/** The files of an installation, in a folder or in a bucket. */
export type FileStore = {
	/** Where it is, for people; two stores with the same words are one. */
	words: string;
	/** A stream of all bytes, or null when there is no such file. */
	read(key: string): Promise<Readable | null>;
	/** Puts the file at `path` under the key, whatever was there. */
	put(key: string, path: string, measured: Measured): Promise<void>;
	/** Makes the place the installation's. Throws `CannotMove` when it has files already and is not `begun`. */
	claim(secret: string, begun: boolean): Promise<void>;
	close(): void;
};

/** How long, and what digests: of a stream that is read to its end. */
export async function measure(source: Readable): Promise<Measured> {
	const hash = createHash("sha256");
	const digests = partDigests();
	let size = 0;
	for await (const chunk of source as AsyncIterable<Buffer>) {
		size += chunk.length;
		hash.update(chunk);
		digests.see(chunk);
	}
	return { size, sha256: hash.digest("hex"), md5s: digests.md5s() };
}

/** Files as the disk driver lays them out. */
export function folderFiles(folder: string): FileStore {
	const place = (key: string) => join(folder, "blobs", checkedKey(key).slice(0, 2), key);
	return {
		words: `the folder ${folder}`,
		read: async (key) => (existsSync(place(key)) ? createReadStream(place(key)) : null),
		async put(key, path) {
			const target = place(key);
			await mkdir(dirname(target), { recursive: true, mode: 0o700 });
			// Whole or not at all: what a kill leaves has another name.
			await pipeline(createReadStream(path), createWriteStream(`${target}.moving`, { mode: 0o600, flush: true }));
			await rename(`${target}.moving`, target);
			const shelf = await open(dirname(target), "r");
			await shelf.sync().finally(() => shelf.close());
		},
		async claim(secret, begun) {
			const marker = join(folder, "installation");
			const marked = await readFile(marker, "utf8").catch(() => null);
			const ours = installationOf(secret);
			if (marked !== null && marked.trim() !== ours) throw new CannotMove(`${folder} has the files of another installation.`);
			const shelves = await readdir(join(folder, "blobs")).catch(() => []);
			for (const shelf of shelves) {
				const names = await readdir(join(folder, "blobs", shelf)).catch(() => []);
				if (marked === null && !begun && names.some((name) => blobKey.test(name)))
					throw new CannotMove(`${folder} has files of another installation already. Move to an empty place.`);
				for (const name of names.filter((name) => name.endsWith(".moving"))) await rm(join(folder, "blobs", shelf, name));
			}
			await mkdir(folder, { recursive: true, mode: 0o700 });
			await writeFile(marker, `${ours}\n`, { mode: 0o600, flush: true });
		},
		close() {},
	};
}

/** Files as the S3 driver lays them out. */
export function bucketFiles(bucket: Bucket, endpoint: string): FileStore {
	const { sdk, reads, name, prefix } = bucket;
	return {
		words: `the bucket ${name}${prefix && `/${prefix}`} at ${endpoint}`,
		async read(key) {
			const command = new sdk.GetObjectCommand({ Bucket: name, Key: prefix + checkedKey(key) });
			try {
				const { Body } = await ask((options) => reads.send(command, options));
				return Body instanceof Readable ? Body : null;
			} catch (error) {
				if (isAbsent(error)) return null;
				throw new CannotMove(`The bucket ${name} does not answer (${nameOf(error)}). Move again when it does: what is done stays done.`);
			}
		},
		async put(key, path, { size, md5s }) {
			await uploadFile(bucket, prefix + checkedKey(key), { path, size, md5s }).catch((error: unknown) => {
				throw new CannotMove(
					`The bucket ${name} does not take files (${nameOf(error)}). Move again when it does: what is done stays done.`,
				);
			});
		},
		async claim(secret) {
			await claimBucket(bucket, installationOf(secret)).catch((error: unknown) => {
				throw error instanceof UnusableBucket ? new CannotMove(error.message) : error;
			});
		},
		close: bucket.close,
	};
}

/** The path of a file with these bytes for as long as `use` lasts: its own on a disk, a copy in `scratch` otherwise. */
export async function atPath<T>(source: Readable, scratch: string, use: (path: string) => Promise<T>): Promise<T> {
	if ("path" in source && typeof source.path === "string") {
		source.destroy();
		return use(source.path);
	}
	await mkdir(dirname(scratch), { recursive: true, mode: 0o700 });
	try {
		await pipeline(source, createWriteStream(scratch, { mode: 0o600 }));
		return await use(scratch);
	} finally {
		await rm(scratch, { force: true });
	}
}

/** Whether the two folders are one, links included. */
export async function isSameFolder(one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((folder) => stat(folder).catch(() => null)));
	return a !== null && b !== null && a?.ino === b?.ino && a?.dev === b?.dev;
}
