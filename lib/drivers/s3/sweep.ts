import type { ListMultipartUploadsCommand, ListMultipartUploadsCommandOutput } from "@aws-sdk/client-s3";
import { blobKey } from "@/lib/drivers/blob-key";
import { ask, type Bucket } from "./bucket";

/** Another instance may be between file and row, or in the middle of an upload; in milliseconds. */
const grace = 24 * 60 * 60 * 1000;

/** Removes objects of our form that are a day old and that no row speaks of; answers how many. Lists page by page. */
export async function sweepObjects(bucket: Bucket, now: Date, isKnown: (keys: string[]) => Promise<Set<string>>): Promise<number> {
	const { sdk, calls, name, prefix } = bucket;
	const before = now.getTime() - grace;
	let removed = 0;
	let token: string | undefined;
	do {
		const list = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken: token });
		const page = await ask((options) => calls.send(list, options));
		const old = (page.Contents ?? []).filter(({ LastModified }) => LastModified && LastModified.getTime() < before);
		// Only what we made ourselves: whatever else lies in the bucket is none of our business.
		const keys = old.map(({ Key = "" }) => Key.slice(prefix.length)).filter((key) => blobKey.test(key));
		const known = keys.length === 0 ? new Set() : await isKnown(keys);
		for (const key of keys.filter((key) => !known.has(key))) {
			await ask((options) => calls.send(new sdk.DeleteObjectCommand({ Bucket: name, Key: prefix + key }), options));
			removed++;
		}
		token = page.IsTruncated ? page.NextContinuationToken : undefined;
	} while (token);
	return removed;
}

/** Aborts uploads of ours that were begun a day ago and never completed: their parts are stored, and paid for, without an object. */
export async function sweepUploads({ sdk, calls, name, prefix }: Bucket, now: Date): Promise<void> {
	const before = now.getTime() - grace;
	let at: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
	while (at) {
		const list: ListMultipartUploadsCommand = new sdk.ListMultipartUploadsCommand({ Bucket: name, Prefix: prefix, ...at });
		const page: ListMultipartUploadsCommandOutput = await ask((options) => calls.send(list, options));
		for (const { Key = "", UploadId, Initiated } of page.Uploads ?? []) {
			if (!blobKey.test(Key.slice(prefix.length)) || !Initiated || Initiated.getTime() >= before) continue;
			await ask((options) => calls.send(new sdk.AbortMultipartUploadCommand({ Bucket: name, Key, UploadId }), options));
		}
		at = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : null;
	}
}
