import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { within } from "./steps/paths.mjs";
import { throwAway } from "./steps/throw-away.mjs";

const services = pathToFileURL(within("scripts/steps/services.mjs")).href;
const { TEST_POSTGRES_URL, TEST_REDIS_URL, TEST_S3_URL } = process.env;

const answers = (url) =>
	new Promise((done) => {
		const socket = connect(Number(new URL(url).port), "127.0.0.1", () => done(true));
		socket.on("connect", () => socket.destroy());
		socket.once("error", () => done(false));
	});

async function gone(question) {
	const deadline = Date.now() + 40_000;
	while (await question()) {
		if (Date.now() > deadline) return false;
		await wait(50);
	}
	return true;
}

/** Starts both in a process of their own; answers it with what it says. */
async function inProcess(code) {
	const child = spawn(process.execPath, ["--input-type=module", "-e", `import { startServices } from "${services}"; ${code}`], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let output = "";
	for await (const chunk of child.stdout) {
		output += chunk;
		if (output.includes("\n")) break;
	}
	return { child, told: JSON.parse(output.split("\n")[0]) };
}

describe.skipIf(!TEST_POSTGRES_URL || !TEST_REDIS_URL)("startServices", () => {
	test("starts both, and a commit waits for the disk", async () => {
		const { startServices } = await import(services);
		const { postgresUrl, redisUrl, stop } = await startServices();
		const client = new pg.Client({ connectionString: postgresUrl });
		await client.connect();
		const { rows } = await client.query("SELECT current_setting('fsync') AS fsync, current_setting('max_connections') AS most");
		await client.end();
		expect(rows).toEqual([{ fsync: "on", most: "200" }]);
		expect(await answers(redisUrl)).toBe(true);
		await stop();
		expect(await answers(postgresUrl)).toBe(false);
		expect(await answers(redisUrl)).toBe(false);
	});

	test("both end with a process that is killed", async () => {
		const { child, told } = await inProcess("console.log(JSON.stringify(await startServices()))");
		expect(await answers(told.postgresUrl)).toBe(true);
		expect(await answers(told.redisUrl)).toBe(true);
		child.kill("SIGKILL");
		expect(await gone(() => answers(told.postgresUrl))).toBe(true);
		expect(await gone(() => answers(told.redisUrl))).toBe(true);
	});

	test("a stopped PostgreSQL starts again where it was, with what it had", async () => {
		const { postgres } = await import(services);
		const service = await postgres();
		const ask = async (sql) => {
			const client = new pg.Client({ connectionString: service.url });
			await client.connect();
			try {
				return (await client.query(sql)).rows;
			} finally {
				await client.end();
			}
		};
		await ask("CREATE TABLE kept AS SELECT 1 AS it");
		await service.stop("SIGQUIT");
		await expect(ask("SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
		await service.start();
		expect(await ask("SELECT it FROM kept")).toEqual([{ it: 1 }]);
		await service.end();
	});
});

describe.skipIf(!TEST_S3_URL)("the S3 store", () => {
	test("starts again where it was, with what it had, and refuses who does not sign", async () => {
		const { s3 } = await import(services);
		const { CreateBucketCommand, HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
		const service = await s3();
		const { origin: endpoint } = new URL(service.url);
		const credentials = { accessKeyId: "test:tester", secretAccessKey: "testing" };
		const client = new S3Client({ endpoint, credentials, region: "us-east-1", forcePathStyle: true });
		await client.send(new CreateBucketCommand({ Bucket: "kept" }));
		await service.stop();
		expect(await answers(service.url)).toBe(false);
		await service.start();
		await client.send(new HeadBucketCommand({ Bucket: "kept" }));
		expect((await fetch(`${endpoint}/kept?AWSAccessKeyId=test:tester&Signature=no&Expires=9999999999`)).status).toBe(403);
		client.destroy();
		await service.end();
	});

	test("ends with a process that is killed", async () => {
		const { child, told } = await inProcess(
			"console.log(JSON.stringify(await startServices({ postgres: false, redis: false, s3: true })))",
		);
		expect(await answers(told.s3Url)).toBe(true);
		child.kill("SIGKILL");
		expect(await gone(() => answers(told.s3Url))).toBe(true);
	});
});

test("what cannot be had is a complaint in continuous integration, and a loud line elsewhere", async () => {
	// A PATH without any server, and an account that installs nothing: so it is on a machine that has neither.
	const ask = (env, wanted = "{ redis: true }") =>
		new Promise((done) => {
			const code = `process.getuid = () => 1000; const { startServices } = await import("${services}");
				console.log(JSON.stringify(await startServices(${wanted}).catch((error) => error.message)))`;
			const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
				env: { PATH: "/nowhere", PYTHONHOME: "/nowhere", ...env },
			});
			let output = "";
			for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
			child.on("close", () => done(output));
		});
	expect(await ask({ CI: "true" })).toMatch(/no Redis.*Continuous integration needs/);
	const said = await ask({});
	expect(said).toMatch(/TESTS THAT NEED IT ARE SKIPPED/);
	expect(said).toMatch(/"redisUrl":null/);
	// Our own stand-in takes its place.
	expect(await ask({ CI: "true" }, "{ s3: true }")).toMatch(/no OpenStack Swift.*stand-in[\s\S]*"s3Url":null/);
	// The sockets have a client of their own.
	expect(await ask({ CI: "true" }, "{ python: true }")).toMatch(/no python-socketio.*one client only[\s\S]*"python":null/);
});

test("a program that ends before it is ready is told with its words", async () => {
	await expect(throwAway("/bin/sh", ["-c", "echo no such luck; exit 3"], { ready: /never/ })).rejects.toThrow(/code 3[\s\S]*no such luck/);
});
