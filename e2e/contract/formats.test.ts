import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { Account, type Song } from "../support/account";
import type { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { plain } from "../support/pictures";
import { fixture, songFiles } from "../support/songs";
import { id3 } from "../support/tagged";
import { failure } from "./shapes";

type Uploaded = { data: Song & { thumbnail: string | null } };

const refused = (words: string) => failure(`file: ${words}`, { fields: { file: words } });
const upload = (client: Client, bytes: Uint8Array, name = "song.bin") =>
	client.ask<Uploaded>("POST", "/api/songs", multipart({ file: { bytes, name, type: "application/octet-stream" } }));

describe.each(lanes)("songs on $name", ({ url }) => {
	test.each(songFiles)(
		"as $format are known by their content, come with their tags and cover, and stream in ranges",
		async ({ name, type, hasCover }) => {
			const client = await byToken(await Account.signUp(url));
			const bytes = await fixture(name);
			const { status, body } = await upload(client, bytes);
			expect([status, body]).toMatchObject([
				201,
				{ data: { title: "Late train home", artist: "Mira Holt", source: "upload", youtubeId: null } },
			]);
			expect(body.data.duration).toBeCloseTo(2, 0);
			const whole = await client.get(`/api/songs/${body.data.id}/stream`);
			expect([whole.headers["content-type"], whole.headers["accept-ranges"]]).toEqual([type, "bytes"]);
			expect(whole.bytes.equals(bytes)).toBe(true);
			const part = await client.get(`/api/songs/${body.data.id}/stream`, { range: "bytes=100-199" });
			expect([part.status, part.bytes.equals(bytes.subarray(100, 200))]).toEqual([206, true]);
			if (!hasCover) {
				expect(body.data.thumbnail).toBeNull();
				return;
			}
			const cover = await client.get(body.data.thumbnail ?? "");
			expect(await sharp(cover.bytes).metadata()).toMatchObject({ format: "webp", width: 200, height: 200 });
		},
	);

	test("that are half a file are refused in each format", async () => {
		const client = await byToken(await Account.signUp(url));
		for (const { name } of songFiles) {
			const whole = await fixture(name);
			const { status, body } = await upload(client, whole.subarray(0, whole.length / 2), name);
			expect([name, status, body]).toEqual([name, 400, refused("The file is cut off: its end is missing")]);
		}
	});

	test("that browsers do not play are refused in words that help", async () => {
		const client = await byToken(await Account.signUp(url));
		const alac = await upload(client, await fixture("alac.m4a"));
		expect([alac.status, alac.body]).toEqual([
			400,
			refused("Browsers do not play Apple Lossless (ALAC) in such a file: convert it to FLAC or MP3"),
		]);
		for (const name of ["video.mp4", "video.ogv"]) {
			const { status, body } = await upload(client, await fixture(name), "song.m4a");
			expect([status, body]).toEqual([400, refused("This is a video: only its sound can be a song")]);
		}
		expect((await client.get("/api/songs")).body).toEqual({ success: true, data: [] });
	});

	test("with hostile tags are what is left of them", async () => {
		const client = await byToken(await Account.signUp(url));
		const sound = await fixture("northbound.mp3");
		const tagged = (tags: Parameters<typeof id3>[0]) => upload(client, Buffer.concat([id3(tags), sound]));
		const long = await tagged({ title: "x".repeat(10_000) });
		expect([long.status, long.body.data.title]).toEqual([201, "x".repeat(200)]);
		const rtl = await tagged({ title: "أغنية \u202eevil\u202c الليل" });
		expect([rtl.status, rtl.body.data.title]).toEqual([201, "أغنية \u202eevil\u202c الليل"]);
		const megabyte = await tagged({ title: "Padded", cover: Buffer.concat([await plain("png", 20), Buffer.alloc(1024 * 1024)]) });
		expect([megabyte.status, megabyte.body.data.title]).toEqual([201, "Padded"]);
		for (const cover of [await plain("png", 10_000), Buffer.from("<svg onload=alert(1)>"), Buffer.alloc(0)]) {
			const { status, body } = await tagged({ title: "Pictured", cover });
			expect([status, body.data.title, body.data.thumbnail]).toEqual([201, "Pictured", null]);
		}
	});

	test("that are uploaded twice at once are two songs, each with its files", async () => {
		const client = await byToken(await Account.signUp(url));
		const bytes = await fixture("late-train.m4a");
		const both = await Promise.all([upload(client, bytes), upload(client, bytes)]);
		expect(both.map(({ status }) => status)).toEqual([201, 201]);
		const [one, two] = both.map(({ body }) => body.data);
		expect(one?.id).not.toBe(two?.id);
		expect((await client.delete(`/api/songs/${one?.id}`)).status).toBe(200);
		expect((await client.get(two?.thumbnail ?? "")).status).toBe(200);
		expect((await client.get(`/api/songs/${two?.id}/stream`)).bytes.equals(bytes)).toBe(true);
		expect((await client.get(one?.thumbnail ?? "")).status).toBe(404);
	});
});
