import { Agent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { S3Client } from "@aws-sdk/client-s3";

/** Where the bucket is and by what keys we get at it. Without an endpoint it is Amazon's. */
export type BucketAddress = {
	bucket: string;
	prefix: string;
	endpoint: string | null;
	region: string;
	accessKeyId: string;
	secretAccessKey: string;
};

type Sdk = typeof import("@aws-sdk/client-s3");

export type Bucket = {
	/** The client library, loaded only where there is a bucket: it costs every start 90 ms and 20 MB. */
	sdk: Sdk;
	name: string;
	prefix: string;
	/** For short questions and for uploads. */
	calls: S3Client;
	/** For downloads, which last as long as somebody listens: they have connections of their own, or they would keep an upload waiting. */
	reads: S3Client;
	/** Rejects when the bucket does not answer, or not to us. */
	check(): Promise<void>;
	close(): void;
};

/** A connection, in milliseconds. */
const connecting = 2_000;
/** Until the first byte of an answer, with all repetitions, in milliseconds. */
const answering = 4_000;
/** Without a byte in either direction during an upload, in milliseconds. */
const silence = 10_000;

/** Loads the client library and makes its clients. Asks nobody yet. */
export async function openBucket(address: BucketAddress): Promise<Bucket> {
	const sdk = await import("@aws-sdk/client-s3");
	const client = (maxSockets: number, socketTimeout: number) => {
		const agent = { keepAlive: true, maxSockets };
		return new sdk.S3Client({
			region: address.region,
			...(address.endpoint ? { endpoint: address.endpoint, forcePathStyle: true } : {}),
			credentials: { accessKeyId: address.accessKeyId, secretAccessKey: address.secretAccessKey },
			// Stores that only speak S3's protocol do not know its newer checksums. Content-MD5 is understood by all of them.
			requestChecksumCalculation: "WHEN_REQUIRED",
			responseChecksumValidation: "WHEN_REQUIRED",
			expectContinueHeader: false,
			maxAttempts: 3,
			// Zero is not the same as nothing here: without it the library cuts off whoever listens slowly.
			requestHandler: { connectionTimeout: connecting, socketTimeout, httpAgent: new Agent(agent), httpsAgent: new TlsAgent(agent) },
		});
	};
	const calls = client(100, silence);
	const reads = client(1_000, 0);
	return {
		sdk,
		name: address.bucket,
		prefix: address.prefix,
		calls,
		reads,
		check: async () => {
			// The library's error has the access key in it, and is for a log.
			await ask((options) => calls.send(new sdk.HeadBucketCommand({ Bucket: address.bucket }), options)).catch((error: unknown) => {
				throw new Error(`the bucket ${address.bucket}: ${nameOf(error)} (${statusOf(error) ?? "no answer"})`);
			});
		},
		close() {
			calls.destroy();
			reads.destroy();
		},
	};
}

/** Asks and waits that many milliseconds for the answer to begin; its body may take longer. */
export async function within<T>(milliseconds: number, ask: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
	try {
		return await ask({ abortSignal: patience.signal });
	} catch (error) {
		// What is still under way of it is of no use to anybody.
		patience.abort();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** A short question: as `within`, with the time that everything short has. */
export const ask = <T>(question: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> => within(answering, question);

/** What the store calls its refusal (`NoSuchKey`), or the system its own (`ECONNREFUSED`). */
export function nameOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** The status of the store's answer, if there was one. */
export function statusOf(error: unknown): number | undefined {
	return (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
}

/** Whether the store answered that there is nothing under that key. */
export const isAbsent = (error: unknown): boolean => ["NoSuchKey", "NotFound", "404"].includes(nameOf(error));
