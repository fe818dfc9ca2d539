import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byCookie, byToken } from "../support/credentials";
import { hotLanes } from "../support/lanes";
import { wav } from "../support/wav";
import { failure } from "./shapes";
import { anOwner, sharePlaylist, songAt, Visitor } from "./visitor";

const bytes = Buffer.from(wav({ seconds: 1, title: "Ranges", artist: "Mira Holt" }));
const size = bytes.length;

/** The two places where the same song streams: to its owner, and behind a link to who was granted it. */
const places = [
	{
		place: "of an own song",
		find: async (account: Account, song: string) => ({ client: await byToken(account), path: `/api/songs/${song}/stream` }),
	},
	{
		place: "behind a link",
		find: async (account: Account, song: string) => {
			const visitor = await Visitor.begin(account.url, (await account.share("song", song)).shareId);
			return { client: visitor.client, path: await visitor.granted(song) };
		},
	},
];

describe.each(hotLanes)("the sound on $name", ({ lane, url }) => {
	/** Next strips Content-Length from what a route answers (its send-response.js); on the fast lane it is told. */
	const length = (bytes: number) => (lane === "fast" ? String(bytes) : undefined);

	describe.each(places)("$place", ({ find }) => {
		let client: Client;
		let path: string;
		const get = (headers?: Record<string, string>) => client.get(path, headers);
		beforeAll(async () => {
			const account = await anOwner(url);
			({ client, path } = await find(account, (await account.upload({ bytes })).id));
		});

		test("comes whole, typed, private and tagged", async () => {
			const answer = await get();
			expect(answer.status).toBe(200);
			expect(answer.bytes.equals(bytes)).toBe(true);
			expect(answer.headers).toMatchObject({
				"content-type": "audio/wav",
				"accept-ranges": "bytes",
				"cache-control": "private, no-cache",
				etag: expect.stringMatching(/^"[^"]+"$/) as unknown,
				"referrer-policy": "no-referrer",
				"x-robots-tag": "noindex, nofollow",
				"x-content-type-options": "nosniff",
			});
			expect(answer.headers["content-length"]).toBe(length(size));
			expect(answer.headers["content-encoding"]).toBeUndefined();
		});

		test("HEAD tells the same without the sound", async () => {
			const [head, whole] = [await client.ask("HEAD", path), await get()];
			expect([head.status, head.bytes.length]).toEqual([200, 0]);
			expect(head.headers["content-length"]).toBe(length(size));
			for (const name of ["content-type", "etag", "accept-ranges", "cache-control"]) {
				expect(head.headers[name], name).toBe(whole.headers[name]);
			}
		});

		test.each([
			["bytes=0-99", 0, 99],
			["bytes=100-", 100, size - 1],
			["bytes=-50", size - 50, size - 1],
			["bytes=5-5", 5, 5],
			[`bytes=${size - 1}-`, size - 1, size - 1],
			[`bytes=10-${size * 2}`, 10, size - 1],
			[`bytes=-${size * 2}`, 0, size - 1],
			["bytes=0-", 0, size - 1],
		])("of %s it sends just that part", async (range, start, end) => {
			const answer = await get({ range });
			expect(answer.status).toBe(206);
			expect(answer.headers["content-range"]).toBe(`bytes ${start}-${end}/${size}`);
			expect(answer.headers["content-length"]).toBe(length(end - start + 1));
			expect(answer.bytes.equals(bytes.subarray(start, end + 1))).toBe(true);
		});

		test.each([[`bytes=${size}-`], [`bytes=${size + 10}-${size + 20}`], ["bytes=-0"]])("%s lies outside: 416", async (range) => {
			const answer = await get({ range });
			expect([answer.status, answer.body]).toEqual([416, failure("The file has no such range")]);
			expect(answer.headers["content-range"]).toBe(`bytes */${size}`);
		});

		test.each([
			["bytes=9-5"],
			["bytes=-"],
			["bytes=a-b"],
			["items=0-5"],
			["bytes=0-1,5-6"],
			["bytes 0-1"],
			[`bytes=0-${"9".repeat(400)}x`],
		])("%s is no range that we know: the whole file", async (range) => {
			const answer = await get({ range });
			expect([answer.status, answer.bytes.length]).toEqual([200, size]);
		});

		test("If-Range sends the part only of the very file that was begun", async () => {
			const { etag = "" } = (await get()).headers;
			expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
			for (const other of ['"another"', `W/${etag}`, "Wed, 21 Oct 2015 07:28:00 GMT"]) {
				const answer = await get({ range: "bytes=0-9", "if-range": other });
				expect([answer.status, answer.bytes.length], other).toEqual([200, size]);
			}
			const past = await get({ range: `bytes=${size}-`, "if-range": '"another"' });
			expect(past.status, "a range that does not apply cannot lie outside").toBe(200);
		});

		test("If-None-Match sends nothing that the browser has", async () => {
			const { etag = "" } = (await get()).headers;
			for (const match of [etag, `W/${etag}`, `"another", ${etag}`, "*"]) {
				const answer = await get({ "if-none-match": match });
				expect([answer.status, answer.bytes.length], match).toEqual([304, 0]);
				expect(answer.headers.etag).toBe(etag);
			}
			expect((await get({ "if-none-match": '"another"' })).status).toBe(200);
			expect((await get({ "if-none-match": etag, range: "bytes=0-9" })).status, "it comes before the range").toBe(304);
		});

		test("forty parts asked for at once make the whole", async () => {
			const step = Math.ceil(size / 40);
			const starts = Array.from({ length: Math.ceil(size / step) }, (_, part) => part * step);
			const parts = await Promise.all(starts.map((start) => get({ range: `bytes=${start}-${start + step - 1}` })));
			const joined = createHash("sha256").update(Buffer.concat(parts.map((part) => part.bytes)));
			expect(joined.digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
		});
	});

	test("an own song streams by cookie too, to nobody else, and not without credentials", async () => {
		const account = await Account.signUp(url);
		const path = `/api/songs/${(await account.upload()).id}/stream`;
		expect((await (await byCookie(account)).get(path)).status).toBe(200);
		const stranger = await (await byToken(await Account.signUp(url))).get(path);
		expect([stranger.status, stranger.body]).toEqual([404, failure("Song not found")]);
		const nobody = await new Client(url).get(path);
		expect([nobody.status, nobody.body]).toEqual([401, failure("Authentication required")]);
	});

	test("a stream is no play and no view", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		const stream = await visitor.granted(songAt(songs, 1));
		for (let again = 0; again < 3; again++) await visitor.client.get(stream);
		const seen = await (await byToken(owner)).get(`/api/share/${shareId}`);
		expect(seen.body).toMatchObject({ data: { share: { viewCount: 0, playCount: 1 } } });
	});
});
