import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";

/** Where a server keeps its files: the folder or, with the settings of one, a bucket. */
export type Shelf = { dataDir: string; bucket: Record<string, string> | null };

/** The keys of all files that are kept there. */
export async function keptFiles({ dataDir, bucket }: Shelf): Promise<string[]> {
	if (bucket) return inBucket(bucket);
	const folder = join(dataDir, "blobs");
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

async function inBucket(env: Record<string, string>): Promise<string[]> {
	const client = new S3Client({
		endpoint: env.S3_ENDPOINT,
		region: "us-east-1",
		forcePathStyle: true,
		credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? "", secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "" },
	});
	const keys: string[] = [];
	let more: string | undefined;
	do {
		const list = { Bucket: env.S3_BUCKET ?? "", Prefix: env.S3_PREFIX ?? "", ContinuationToken: more };
		const page = await client.send(new ListObjectsV2Command(list));
		keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key ? [basename(Key)] : [])));
		more = page.NextContinuationToken;
	} while (more);
	client.destroy();
	return keys;
}
