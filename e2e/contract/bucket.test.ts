import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { startS3, type TestS3 } from "../support/s3";
import { startServer, type TestServer } from "../support/server";
import { fixture } from "../support/songs";
import { wav } from "../support/wav";
import { Visitor } from "./visitor";

/** More than the sockets between three processes hold. */
const long = wav({ seconds: 2_500, frequency: 0 });
const away = { success: false, error: "Temporarily unavailable. Try again in a moment." };

describe.each(["on", "off"])("files in a bucket, with the fast lane %s", (lane) => {
	let s3: TestS3;
	let server: TestServer;
	beforeAll(async () => {
		s3 = await startS3();
		server = await startServer({ env: { ...s3.env, S3_PREFIX: "one/", FAST_LANE: lane, RATE_LIMIT_SCALE: "1000" } });
	});
	beforeEach(() => {
		s3.faults.before = undefined;
		s3.faults.out = undefined;
	});
	afterAll(async () => {
		expect(await server.stop()).toBe(0);
		// A store that is away is told of in a line; nothing else goes wrong.
		const defects = server.output().match(/^.*(?:failed:|⨯|Unhandled|Uncaught).*$/gm) ?? [];
		expect(defects.filter((line) => !line.includes("failed to pipe"))).toEqual([]);
		await s3.stop();
	});
	const held = () => [...s3.store.objects.keys()].filter((key) => /[0-9a-f]{32}$/.test(key));
	const backWhen = (ready: number) =>
		vi.waitUntil(async () => (await fetch(`${server.url}/api/health/ready`)).status === ready, { timeout: 30_000, interval: 50 });

	test("are kept, streamed in parts, shown as covers, and removed", async () => {
		const owner = await Account.signUp(server.url);
		const bytes = await fixture("late-train.mp3");
		const before = held().length;
		const song = await owner.upload({ bytes: new Uint8Array(bytes), name: "late-train.mp3", type: "audio/mpeg" });
		// The song, and its cover in two sizes.
		expect(held().length).toBe(before + 3);
		const whole = await owner.fetch(`/api/songs/${song.id}/stream`);
		expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
		const part = await owner.fetch(`/api/songs/${song.id}/stream`, { headers: { range: "bytes=0-0" } });
		expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, bytes.subarray(0, 1)]);
		expect((await owner.fetch(`/api/files/items/${song.id}/cover`)).headers.get("content-type")).toBe("image/webp");
		await owner.send("DELETE", "/api/me", { currentPassword: owner.password });
		expect(held().length).toBe(before);
	});

	test("of many megabytes arrive", async () => {
		const owner = await Account.signUp(server.url);
		const song = await owner.upload({ bytes: long });
		const heard = await new Client(server.url, { authorization: `Bearer ${owner.token}` }).get(`/api/songs/${song.id}/stream`);
		expect(heard.bytes.equals(long)).toBe(true);
	});

	test("end a stream, instead of keeping it waiting, when the store dies", async () => {
		const owner = await Account.signUp(server.url);
		const song = await owner.upload({ bytes: long });
		const { shareId } = await owner.share("playlist", (await owner.playlist("Long", [song])).id);
		const stream = await (await Visitor.begin(server.url, shareId)).granted(song.id);
		let sent = 0;
		s3.faults.out = async (bytes) => {
			sent += bytes.length;
			if (sent > long.length / 2) await s3.die();
		};
		const client = new Client(server.url);
		await expect(client.get(stream)).rejects.toThrow();
		s3.faults.out = undefined;
		const refused = await client.get(stream);
		expect([refused.status, refused.headers["retry-after"], refused.body]).toEqual([503, "1", away]);
		await s3.start();
		expect((await client.get(stream)).bytes.length).toBe(long.length);
	});

	test("are refused in words while the store is away, and taken when it is back", async () => {
		const owner = await Account.signUp(server.url);
		expect(await (await fetch(`${server.url}/api/health/ready`)).json()).toMatchObject({ status: "ok", drivers: { s3: true } });
		await s3.die();
		const form = new FormData();
		form.set("file", new File([wav()], "a.wav", { type: "audio/wav" }));
		const refused = await owner.fetch("/api/songs", { method: "POST", body: form });
		expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
		expect(await refused.text()).toContain("Temporarily unavailable");
		const ready = await fetch(`${server.url}/api/health/ready`);
		expect([ready.status, await ready.json()]).toMatchObject([503, { drivers: { s3: false } }]);
		expect(await (await owner.fetch("/api/songs")).json()).toMatchObject({ data: [] });
		await s3.start();
		await backWhen(200);
		expect((await owner.upload()).title).toBe("Untitled");
	});
});
