import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { look } from "../support/database";
import { multipart } from "../support/multipart";
import { picture, pixel, plain } from "../support/pictures";
import { diskWays, ownServer } from "./own-server";
import { nativeError } from "./shapes";

type Given = { thumbnail: string };

const ownPath = (id: string): unknown => expect.stringMatching(new RegExp(`^/api/files/items/${id}/cover\\?v=[0-9a-f]{8}$`));
const sharedPath = (code: string, id: string): unknown =>
	expect.stringMatching(new RegExp(`^/api/files/share/${code}/items/${id}/cover\\?v=[0-9a-f]{8}$`));
const bad = (words: string) => nativeError("bad_input", `file: ${words}`, { fields: { file: words } });
const absent = nativeError("not_found", "Not found");

describe.each(diskWays)("covers on $name", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });
	const as = ({ token }: Account) => new Client(server().url, { authorization: `Bearer ${token}` });
	const stranger = () => new Client(server().url);
	let account: Account;
	let client: Client;
	beforeAll(async () => {
		account = await Account.signUp(server().url);
		client = as(account);
	});

	const put = (id: string, bytes: Uint8Array, from = client) =>
		from.ask<Given>("PUT", `/api/items/${id}/cover`, multipart({ file: { bytes, name: "cover.png" } }));
	async function covered(colour: string): Promise<{ id: string; thumbnail: string }> {
		const { id } = await account.upload();
		const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: colour } })
			.png()
			.toBuffer();
		const { status, body } = await put(id, bytes);
		expect(status).toBe(200);
		return { id, thumbnail: body.thumbnail };
	}
	const files = (folder: string) => {
		const path = join(server().dataDir, folder);
		return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
	};

	// Nothing may stay behind, whatever a test did: no staged file, no file without its row, no row without its file.
	afterEach(async () => {
		await expect.poll(() => files("staging"), { timeout: 30_000 }).toBe(0);
		expect(files("blobs")).toBe(await look<number>(server(), "SELECT count(*) FROM Blob"));
		expect(await look<number>(server(), "SELECT count(*) FROM Blob WHERE role LIKE 'cover%'")).toBe(
			2 * (await look<number>(server(), "SELECT count(*) FROM Item WHERE cover IS NOT NULL")),
		);
		expect(server().output()).not.toMatch(/failed:|Unhandled|Uncaught|⨯/);
	});

	test("a picture becomes the cover of a song: square, small, private and tagged", async () => {
		const { id, thumbnail } = await covered("#ff0000");
		expect(thumbnail).toEqual(ownPath(id));
		const large = await client.get(thumbnail);
		expect([large.status, large.headers]).toMatchObject([
			200,
			{
				"content-type": "image/webp",
				"cache-control": "private, no-cache",
				"x-content-type-options": "nosniff",
				"x-robots-tag": "noindex, nofollow",
				"referrer-policy": "no-referrer",
			},
		]);
		expect(await sharp(large.bytes).metadata()).toMatchObject({ width: 200, height: 200 });
		const small = await client.get(`${thumbnail}&size=small`);
		expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 160, height: 160 });
		const { etag = "" } = large.headers;
		expect(small.headers.etag).not.toBe(etag);
		const again = await client.get(thumbnail, { "if-none-match": etag });
		expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
		const head = await client.ask("HEAD", thumbnail);
		expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, etag]);
		const song = await client.get(`/api/songs/${id}`);
		expect(song.body).toMatchObject({ data: { thumbnail } });
	});

	test("another one replaces it, and taking it away leaves none; the same again changes nothing", async () => {
		const { id, thumbnail } = await covered("#ff0000");
		const blue = await sharp({ create: { width: 50, height: 50, channels: 3, background: "#0000ff" } })
			.png()
			.toBuffer();
		const second = (await put(id, blue)).body.thumbnail;
		expect(second).toEqual(ownPath(id));
		expect(second).not.toBe(thumbnail);
		expect((await put(id, blue)).body.thumbnail).toBe(second);
		const [red = 255, , shown = 0] = await pixel((await client.get(thumbnail)).bytes, 10, 10);
		expect([red < 60, shown > 200]).toEqual([true, true]);

		for (let twice = 0; twice < 2; twice++) expect((await client.delete(`/api/items/${id}/cover`)).status).toBe(204);
		const gone = await client.get(second);
		expect([gone.status, gone.body]).toEqual([404, absent]);
		expect((await client.get(`/api/songs/${id}`)).body).toMatchObject({ data: { thumbnail: null } });
	});

	test("twenty covers given at once while somebody looks: one stays, and nobody sees an error", async () => {
		const { id, thumbnail } = await covered("#ff0000");
		const pictures = await Promise.all(Array.from({ length: 20 }, (_, index) => plain("png", 20 + index)));
		let stop = false;
		const looking = (async () => {
			const seen: number[] = [];
			while (!stop) seen.push((await client.get(thumbnail)).status);
			return seen;
		})();
		const answers = await Promise.all(pictures.map((bytes) => put(id, bytes)));
		stop = true;
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(new Set(await looking)).toEqual(new Set([200]));
		const { body } = await client.get<{ data: Given }>(`/api/songs/${id}`);
		expect(answers.map((answer) => answer.body.thumbnail)).toContain(body.data.thumbnail);
	});

	test.each([
		["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "This is not a JPEG, PNG, WebP or GIF picture"],
		["HTML", Buffer.from("<!doctype html>"), "This is not a JPEG, PNG, WebP or GIF picture"],
		["an empty file", Buffer.alloc(0), "This is not a JPEG, PNG, WebP or GIF picture"],
	])("%s is no cover, and the one there was stays", async (_what, bytes, words) => {
		const { id, thumbnail } = await covered("#00ff00");
		const { status, body } = await put(id, bytes);
		expect([status, body]).toEqual([400, bad(words)]);
		expect((await client.get(`/api/songs/${id}`)).body).toMatchObject({ data: { thumbnail } });
	});

	test("AVIF, half a PNG and 10,000 by 10,000 are refused in words", async () => {
		const { id } = await account.upload();
		const half = await picture("png");
		for (const [bytes, words] of [
			[await picture("avif"), "This is not a JPEG, PNG, WebP or GIF picture"],
			[half.subarray(0, half.length / 2), "The picture is damaged and cannot be read"],
			[await plain("png", 10_000), "The picture is larger than 50 megapixels"],
		] as const) {
			const { status, body } = await put(id, bytes);
			expect([status, body]).toEqual([400, bad(words)]);
		}
		const large = await put(id, Buffer.alloc(20 * 1024 * 1024 + 1));
		expect([large.status, large.body]).toMatchObject([
			413,
			{ error: { code: "body_too_large", fields: { file: "The file is larger than 20 MB" } } },
		]);
		const json = await client.send("PUT", `/api/items/${id}/cover`, { file: "x" });
		expect([json.status, json.body]).toMatchObject([415, { error: { code: "unsupported_type" } }]);
		expect((await client.get(`/api/songs/${id}`)).body).toMatchObject({ data: { thumbnail: null } });
	});

	test("a picture whose sender goes away in the middle leaves nothing, and the cover that there was", async () => {
		const { id, thumbnail } = await covered("#00ff00");
		const { headers, body } = multipart({ file: { bytes: await picture("png", { width: 3_000, height: 3_000 }), name: "cover.png" } });
		await new Promise<void>((resolve) => {
			const sending = request(`${server().url}/api/items/${id}/cover`, {
				method: "PUT",
				headers: { ...headers, ...client.headers, "content-length": String(body.length) },
			});
			sending.on("error", () => {});
			sending.once("close", resolve);
			sending.write(body.subarray(0, body.length / 2), () => setTimeout(() => sending.destroy(), 50));
		});
		expect((await client.get(`/api/songs/${id}`)).body).toMatchObject({ data: { thumbnail } });
		expect((await client.get(thumbnail)).status).toBe(200);
	});

	test("nobody but the owner gives, takes or sees it", async () => {
		const { id, thumbnail } = await covered("#ff0000");
		const other = as(await Account.signUp(server().url));
		const bytes = await plain("png", 9);
		for (const item of [id, "999999", "no-id"]) {
			const answers = [
				await put(item, bytes, other),
				await other.delete(`/api/items/${item}/cover`),
				await other.get(`/api/files/items/${item}/cover`),
			];
			for (const { status, body } of answers) expect([status, body]).toEqual([404, absent]);
		}
		const signedOut = nativeError("unauthorized", "Authentication required");
		const nobody = stranger();
		for (const { status, body } of [
			await put(id, bytes, nobody),
			await nobody.delete(`/api/items/${id}/cover`),
			await nobody.get(thumbnail),
		]) {
			expect([status, body]).toEqual([401, signedOut]);
		}
		expect((await client.get(thumbnail)).status).toBe(200);
	});

	test("behind a link everybody sees the covers of what it shows, and of nothing else, for as long as it is open", async () => {
		const [one, two, other] = [await covered("#ff0000"), await account.upload(), await covered("#0000ff")];
		const song = await client.get<{ data: { id: string; title: string; artist: string; duration: number } }>(`/api/songs/${one.id}`);
		const playlist = await account.playlist("Late train home", [song.body.data, two]);
		const { shareId, shareUrl } = await account.share("playlist", playlist.id);
		expect(shareUrl).toContain(shareId);
		const path = sharedPath(shareId, one.id);
		const { body } = await stranger().get<{ data: { share: Given } }>(`/api/share/${shareId}`);
		expect(body).toMatchObject({
			data: { share: { thumbnail: path }, content: { thumbnail: path, songs: [{ thumbnail: path }, { thumbnail: null }] } },
		});
		const { thumbnail } = body.data.share;
		const shown = await stranger().get(`${thumbnail}&size=small`);
		expect([shown.status, shown.headers["cache-control"]]).toEqual([200, "private, no-cache"]);
		expect((await put(playlist.id, await plain("png", 40))).status).toBe(200);
		expect((await stranger().get(`/api/share/${shareId}`)).body).toMatchObject({
			data: { share: { thumbnail: sharedPath(shareId, playlist.id) } },
		});
		expect((await stranger().get(`/api/files/share/${shareId}/items/${playlist.id}/cover`)).status).toBe(200);

		for (const item of [other.id, two.id, "999999", "no-id"]) {
			const { status, body } = await stranger().get(`/api/files/share/${shareId}/items/${item}/cover`);
			expect([status, body]).toEqual([404, absent]);
		}
		const closed = nativeError("share_not_found", "Share link not found");
		expect((await stranger().get(`/api/files/share/${"0".repeat(16)}/items/${one.id}/cover`)).body).toEqual(closed);
		expect((await client.delete(`/api/share/${shareId}`)).status).toBe(200);
		const ended = await stranger().get(thumbnail, { "if-none-match": shown.headers.etag ?? "" });
		expect([ended.status, ended.body]).toEqual([404, closed]);
	});

	test("a song's link shows the covers of the playlist behind it too", async () => {
		const [one, two] = [await covered("#ff0000"), await covered("#0000ff")];
		const found = async (id: string) =>
			(await client.get<{ data: { id: string; title: string; artist: string; duration: number } }>(`/api/songs/${id}`)).body.data;
		const playlist = await account.playlist("Behind", [await found(one.id), await found(two.id)]);
		const { shareId } = await account.share("song", one.id);
		const behind = `/api/files/share/${shareId}/items/${two.id}/cover`;
		expect((await stranger().get(behind)).status).toBe(404);
		const again = await client.post(`/api/share/song/${one.id}`, { contextPlaylistId: playlist.id });
		expect(again.status).toBe(200);
		expect((await stranger().get(behind)).status).toBe(200);
		expect((await stranger().get(`/api/files/share/${shareId}/items/${one.id}/cover`)).status).toBe(200);
	});

	test("the owner's playlists and links show their own cover, else their first song's", async () => {
		const { id, thumbnail } = await covered("#ff0000");
		const song = await client.get<{ data: { id: string; title: string; artist: string; duration: number } }>(`/api/songs/${id}`);
		const playlist = await account.playlist("Pictured", [song.body.data]);
		const made = await client.post(`/api/share/playlist/${playlist.id}`);
		expect(made.body).toMatchObject({ data: { share: { thumbnail } } });
		expect((await client.get(`/api/playlists/${playlist.id}`)).body).toMatchObject({ data: { thumbnail, songs: [{ thumbnail }] } });
		const mine = await client.get<{ data: { playlist?: { id: string }; thumbnail: string }[] }>("/api/share/my/shares");
		expect(mine.body.data.find((share) => share.playlist?.id === playlist.id)).toMatchObject({ thumbnail, playlist: { thumbnail } });
		const links = await client.get<{ shares: { item: { id: string } }[] }>("/api/shares");
		expect(links.body.shares.find(({ item }) => item.id === playlist.id)).toMatchObject({ item: { thumbnail } });
		const own = (await put(playlist.id, await plain("png", 33))).body.thumbnail;
		expect((await client.get(`/api/playlists/${playlist.id}`)).body).toMatchObject({ data: { thumbnail: own, songs: [{ thumbnail }] } });
	});
});
