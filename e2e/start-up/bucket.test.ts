import { afterAll, beforeAll, expect, test } from "vitest";
import { startS3, type TestS3 } from "../support/s3";
import { ServerEnded, startServer } from "../support/server";

let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3();
});
afterAll(() => s3.stop());

/** How a start that must not succeed ends. */
async function refusal(env: Record<string, string>): Promise<ServerEnded> {
	const ended = await startServer({ env: { ...s3.env, ...env } })
		.then((server) => server.stop().then(() => null))
		.catch((error: unknown) => error);
	if (!(ended instanceof ServerEnded)) throw new Error(`the server was to refuse, but: ${ended ?? "it started"}`);
	return ended;
}

test.each([
	[{ S3_SECRET_ACCESS_KEY: "not-the-secret" }, /does not know these keys/],
	[{ S3_BUCKET: "nowhere" }, /no bucket nowhere/],
	[{ S3_ENDPOINT: "http://127.0.0.1:9" }, /does not answer/],
	[{ S3_ACCESS_KEY_ID: "" }, /some are set, others are not/],
])("a server with %j says in one line why it does not start", async (env, words) => {
	const { code, output } = await refusal(env);
	expect(code).toBe(1);
	const lines = output
		.split("\n")
		.filter(
			(line) =>
				line &&
				!/^(?:Database:|\(node:|\(Use `node)|AWS SDK|NodeVersion|versions published|will require|To continue|and security|More information/.test(
					line,
				),
		);
	expect(lines).toEqual([expect.stringMatching(words)]);
	expect(output).not.toMatch(/not-the-secret|test\+secret/);
});

test("a server takes no bucket that has another installation's files", async () => {
	const first = await startServer({ env: s3.env });
	expect(await first.stop()).toBe(0);
	expect((await refusal({})).output).toMatch(/another installation/);
	const beside = await startServer({ env: { ...s3.env, S3_PREFIX: "beside/" } });
	expect(await beside.stop()).toBe(0);
});

test("a bucket that lets nobody list it is told of in one line, without the keys", async () => {
	s3.faults.before = (request, response) => {
		// A start asks for a few, to see whose the bucket is; the sweep asks for all.
		if (!request.url?.includes("list-type=2") || request.url.includes("max-keys")) return;
		const said = `<Error><Code>AccessDenied</Code><Message>No</Message><AWSAccessKeyId>${s3.accessKeyId}</AWSAccessKeyId></Error>`;
		response.writeHead(403, { "content-type": "application/xml" }).end(said);
	};
	const server = await startServer({ env: { ...s3.env, S3_PREFIX: "unlisted/" } });
	await expect.poll(server.output, { timeout: 20_000 }).toMatch(/^Sweeping files failed: AccessDenied \(403\)$/m);
	expect(await server.stop()).toBe(0);
	s3.faults.before = undefined;
	expect(server.output()).not.toContain(s3.accessKeyId);
});
