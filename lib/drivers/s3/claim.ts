import { createHash } from "node:crypto";
import { blobKey } from "@/lib/drivers/blob-key";
import { ask, type Bucket, isAbsent, nameOf } from "./bucket";
import { UnusableBucket } from "./unusable-bucket";

/** Which installation the files belong to: beside them, so that it is copied with them. */
const marker = "installation";

/** A word for the installation that tells nothing of its secrets. */
export const installationOf = (secret: string): string => createHash("sha256").update(`bucket of ${secret}`).digest("hex").slice(0, 32);

/**
 * Makes the bucket's prefix this installation's, or sees that it is. A sweep removes what the database does not know, so with
 * a lost database, or with somebody else's files, it would remove everything. Throws `UnusableBucket`, also when it is away.
 */
export async function claimBucket(bucket: Bucket, installation: string): Promise<void> {
	const { sdk, calls, name, prefix } = bucket;
	const place = { Bucket: name, Key: prefix + marker };
	const where = `${name}${prefix && `/${prefix}`}`;
	try {
		const found = await ask((options) => calls.send(new sdk.GetObjectCommand(place), options))
			.then(({ Body }) => Body?.transformToString())
			.catch((error: unknown) => {
				if (isAbsent(error)) return null;
				throw error;
			});
		if (found === installation) return;
		if (found !== null)
			throw new UnusableBucket(`The bucket ${where} has the files of another installation. Set S3_PREFIX to another one.`);
		const list = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, MaxKeys: 100 });
		const page = await ask((options) => calls.send(list, options));
		if (page.Contents?.some(({ Key = "" }) => blobKey.test(Key.slice(prefix.length)))) {
			throw new UnusableBucket(
				`The bucket ${where} has files, but not whose. If they are this installation's, put an object "${prefix}${marker}" with the text ${installation} beside them.`,
			);
		}
		await ask((options) => calls.send(new sdk.PutObjectCommand({ ...place, Body: installation, ContentType: "text/plain" }), options));
	} catch (error) {
		throw error instanceof UnusableBucket ? error : new UnusableBucket(inWords(error, name));
	}
}

function inWords(error: unknown, bucket: string): string {
	switch (nameOf(error)) {
		case "NoSuchBucket":
			return `There is no bucket ${bucket}. Make it first, or set S3_BUCKET to another one.`;
		case "InvalidAccessKeyId":
		case "SignatureDoesNotMatch":
			return `The store of the bucket ${bucket} does not know these keys: look at S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.`;
		case "AccessDenied":
			return `The bucket ${bucket} may not be used with these keys: they need to get, put, delete and list objects in it.`;
		case "PermanentRedirect":
		case "AuthorizationHeaderMalformed":
			return `The bucket ${bucket} is in another region: look at S3_REGION and S3_ENDPOINT.`;
		default:
			return `The bucket ${bucket} does not answer (${nameOf(error)}). Look at S3_ENDPOINT, or start again when it is back.`;
	}
}
