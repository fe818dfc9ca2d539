import type { AddressInfo } from "node:net";
import { type S3Faults, type S3Keys, s3Server } from "./s3-server";
import { s3Store } from "./s3-store";

export type TestS3 = S3Keys & {
	endpoint: string;
	/** The settings of a server whose files lie here. */
	env: Record<string, string>;
	store: Awaited<ReturnType<typeof s3Store>>;
	/** What a test may put into the way of requests. */
	faults: S3Faults;
	/** Connections that are open at the moment. */
	connections(): Promise<number>;
	/** Goes away without a word, connections and all; `start` brings it back under the same address. */
	die(): Promise<void>;
	start(): Promise<void>;
	stop(): Promise<void>;
};

/** A stand-in for S3 on a free port, with one bucket. It ends with the process. */
export async function startS3(): Promise<TestS3> {
	const keys = { bucket: "test-bucket", accessKeyId: "TESTKEY", secretAccessKey: "test+secret/key" };
	const store = await s3Store();
	const faults: S3Faults = {};
	const server = s3Server(store, keys, faults);
	const listen = (port: number) =>
		new Promise<void>((done, reject) => {
			server.once("error", reject);
			server.listen(port, "127.0.0.1", done);
		});
	await listen(0);
	const { port } = server.address() as AddressInfo;
	const endpoint = `http://127.0.0.1:${port}`;
	const die = () =>
		new Promise<void>((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	return {
		...keys,
		endpoint,
		env: {
			S3_ENDPOINT: endpoint,
			S3_BUCKET: keys.bucket,
			S3_ACCESS_KEY_ID: keys.accessKeyId,
			S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
		},
		store,
		faults,
		connections: () => new Promise((done, reject) => server.getConnections((error, count) => (error ? reject(error) : done(count)))),
		die,
		start: () => listen(port),
		async stop() {
			await die();
			await store.remove();
		},
	};
}
