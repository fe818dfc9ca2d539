import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { fileResponse } from "./file-response";

const bytes = Buffer.from("0123456789");
const blob = { key: "k", role: "audio", type: "audio/wav", size: bytes.length, sha256: "a".repeat(64) };
const etag = `"${"a".repeat(32)}"`;
const blobs = {
	open: async (_key: string, { start, end }: { start: number; end: number }) => Readable.from([bytes.subarray(start, end + 1)]),
	stage: () => Promise.reject(new Error("not here")),
	remove: async () => {},
	sweep: async () => 0,
};

const get = (headers: Record<string, string> = {}, method = "GET") =>
	fileResponse({
		blob,
		blobs,
		request: new Request("http://localhost/", { headers, method }),
		late: new AbortController(),
		whenCut: () => () => {},
	});

describe("a file", () => {
	test("comes whole with its length, type and tag", async () => {
		const response = await get();
		expect([response.status, await response.text()]).toEqual([200, "0123456789"]);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"accept-ranges": "bytes",
			"content-length": "10",
			"content-type": "audio/wav",
			etag,
		});
	});

	test.each([
		["bytes=0-0", "0", "bytes 0-0/10"],
		["bytes=3-5", "345", "bytes 3-5/10"],
		["bytes=7-", "789", "bytes 7-9/10"],
		["bytes=7-99", "789", "bytes 7-9/10"],
		["bytes=-4", "6789", "bytes 6-9/10"],
		["bytes=-99", "0123456789", "bytes 0-9/10"],
	])("comes in part for %s", async (range, text, contentRange) => {
		const response = await get({ range });
		expect([response.status, await response.text(), response.headers.get("content-range")]).toEqual([206, text, contentRange]);
	});

	test.each(["bytes=10-", "bytes=10-12", "bytes=-0"])("has no %s", async (range) => {
		await expect(get({ range })).rejects.toMatchObject({ code: "range_not_satisfiable", headers: { "Content-Range": "bytes */10" } });
	});

	test.each(["bytes=5-3", "bytes=-", "bytes=0-1,3-4", "items=0-1", "bytes=a-b"])(
		"comes whole for %s, which is none we read",
		async (range) => {
			expect((await get({ range })).status).toBe(200);
		},
	);

	test("comes in part only if it is still the same", async () => {
		expect((await get({ range: "bytes=0-1", "if-range": etag })).status).toBe(206);
		expect((await get({ range: "bytes=0-1", "if-range": '"other"' })).status).toBe(200);
	});

	test("does not come again to whoever has it", async () => {
		for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) expect((await get({ "if-none-match": tag })).status).toBe(304);
		expect((await get({ "if-none-match": '"x"' })).status).toBe(200);
	});

	test("tells everything but its bytes to HEAD", async () => {
		const response = await get({ range: "bytes=3-5" }, "HEAD");
		expect([response.status, response.headers.get("content-length"), response.body]).toEqual([206, "3", null]);
	});

	test("breaks off when it is cut, and stops listening when it is through", async () => {
		let cut = () => {};
		let listening = true;
		const slow = { ...blobs, open: async () => new Readable({ read() {} }) };
		const whenCut = (callback: () => void) => {
			cut = callback;
			return () => {
				listening = false;
			};
		};
		const response = await fileResponse({
			blob,
			blobs: slow,
			request: new Request("http://localhost/"),
			late: new AbortController(),
			whenCut,
		});
		const read = response.body?.getReader().read();
		cut();
		await expect(read).rejects.toThrow();
		expect(listening).toBe(false);
	});
});
