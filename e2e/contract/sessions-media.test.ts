import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { rows } from "../support/database";
import { keptFiles } from "../support/files";
import { lanes } from "../support/lanes";
import { multipart, multipartEnd, multipartType, openFile } from "../support/multipart";
import { animation, picture, plain, taken } from "../support/pictures";
import { fixture } from "../support/songs";
import { SessionScene, type Whole } from "./session-scene";

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
const noneOfThese = "This is not a JPEG, PNG, WebP or GIF picture, and not an MP4 or WebM video";

describe.each(lanes)("pictures and videos of a session on $name", (lane) => {
	const { url } = lane;
	const ids = ({ media }: Whole) => media.map(({ id }) => id);

	test("come in in their order with their captions, and are what their content is", async () => {
		const scene = await SessionScene.begin(url);
		const files = [
			{ bytes: await picture("jpeg"), name: "1.png" },
			{ bytes: await picture("png"), name: "2" },
			{ bytes: await fixture("walk.mp4"), name: "3.jpg" },
			{ bytes: await animation("gif", 3), name: "4.gif" },
			{ bytes: await fixture("walk.webm"), name: "5.webm" },
			{ bytes: await picture("webp"), name: "6.webp" },
		];
		const { status, body } = await scene.add(files, { texts: ["One", "", "Ada's <b>walk</b>\n  שלום"] });
		expect([status, body.skipped]).toEqual([201, []]);
		const image = { type: "image", width: 900, height: 300, seconds: null, caption: "" };
		const base = `/api/files/items/${scene.session.id}/files`;
		const thumb = (id: number): unknown => expect.stringMatching(new RegExp(`^${base}/thumb-${id}\\?v=[0-9a-f]{8}$`));
		const expected = [
			{ ...image, caption: "One" },
			image,
			{ type: "video", width: 64, height: 48, seconds: 2, caption: "Ada's <b>walk</b>\n  שלום", thumbnail: null },
			{ ...image, width: 40, height: 30 },
			{ type: "video", width: 64, height: 48, seconds: expect.closeTo(2, 1) as unknown, caption: "", thumbnail: null },
			image,
		].map((medium, order) => {
			const id = order + 1;
			return { thumbnail: thumb(id), ...medium, id, order, sessionId: scene.session.id, mediaUrl: `${base}/media-${id}` };
		});
		expect(body.media).toEqual(expected);
		expect((await scene.whole()).media).toEqual(expected);
		const types = await Promise.all(body.media.map(async ({ mediaUrl }) => (await scene.owner.get(mediaUrl)).headers["content-type"]));
		expect(types).toEqual(["image/jpeg", "image/png", "video/mp4", "image/gif", "video/webm", "image/webp"]);
	});

	test.each(["jpeg", "png", "webp"] as const)("others see a %s upright and without where and by whom it was taken", async (format) => {
		const scene = await SessionScene.begin(url);
		const { body } = await scene.add([{ bytes: await taken(format), name: "photo" }]);
		const { shareCode } = await scene.share();
		for (const path of [body.media[0]?.mediaUrl ?? "", body.media[0]?.thumbnail ?? ""]) {
			const seen = await scene.owner.get(path.replace("/items/", `/share/${shareCode}/items/`));
			const { exif, xmp, orientation, width = 0, height = 0 } = await sharp(seen.bytes).metadata();
			expect([exif, xmp, orientation, height > width]).toEqual([undefined, undefined, undefined, true]);
			expect(seen.bytes.toString("latin1")).not.toMatch(/Ada|GPS/);
		}
	});

	test("others see a video without where it was taken", async () => {
		const scene = await SessionScene.begin(url);
		const { body } = await scene.add([{ bytes: await fixture("walk.mp4"), name: "walk.mp4" }]);
		const { bytes } = await scene.owner.get(body.media[0]?.mediaUrl ?? "");
		expect(bytes.toString("latin1").match(/48\.8584|loci|GPS\(/g)).toBeNull();
	});

	test("a video is sent in ranges", async () => {
		const scene = await SessionScene.begin(url);
		const { body } = await scene.add([{ bytes: await fixture("walk.mp4"), name: "walk.mp4" }]);
		const { status, headers, bytes } = await scene.owner.get(body.media[0]?.mediaUrl ?? "", { range: "bytes=4-11" });
		expect([status, headers["content-range"], bytes.toString("latin1")]).toEqual([206, "bytes 4-11/8592", "ftypisom"]);
	});

	test("what is no picture is skipped with its reason, and the others come in", async () => {
		const scene = await SessionScene.begin(url);
		const bomb = await plain("png", 8);
		bomb.writeUInt32BE(30_000, 16);
		const files = [
			{ bytes: svg, name: "drawing.jpg" },
			{ bytes: html, name: "page.png" },
			{ bytes: heic, name: "IMG_0001.HEIC" },
			{ bytes: await picture("avif"), name: "new.avif" },
			{ bytes: await animation("gif", 2_000), name: "long.gif" },
			{ bytes: await picture("jpeg"), name: "good.jpg" },
			{ bytes: Buffer.alloc(0), name: "empty.jpg" },
			{ bytes: bomb, name: "bomb.png" },
			{ bytes: await fixture("hevc.mp4"), name: "phone.mp4" },
			{ bytes: Buffer.concat([await plain("png", 9), Buffer.alloc(20 * 1024 * 1024)]), name: "large.png" },
		];
		const { status, body } = await scene.add(files, { texts: files.map(({ name }) => name) });
		expect([status, body.media.map(({ caption, id }) => [caption, id])]).toEqual([201, [["good.jpg", 1]]]);
		expect(body.skipped).toEqual([
			{ name: "drawing.jpg", reason: "SVG drawings are not supported: save it as PNG" },
			{ name: "page.png", reason: noneOfThese },
			{ name: "IMG_0001.HEIC", reason: "HEIC pictures are not supported: save it as JPEG" },
			{ name: "new.avif", reason: "AVIF pictures are not supported: save it as JPEG or WebP" },
			{ name: "long.gif", reason: "The animation has 2,000 frames: 1,000 at most" },
			{ name: "empty.jpg", reason: "The file is empty" },
			{ name: "bomb.png", reason: expect.stringMatching(/larger than 100 megapixels|damaged/) as unknown },
			{ name: "phone.mp4", reason: "Not every browser plays HEVC (H.265): save it as H.264 in an MP4 file" },
			{ name: "large.png", reason: "The picture is larger than 20 MB" },
		]);
	});

	test("a form from which nothing comes in is refused, and changes nothing", async () => {
		const scene = await SessionScene.begin(url);
		const before = await scene.whole();
		const { status, body } = await scene.add([{ bytes: html, name: "page.png" }]);
		expect([status, body]).toEqual([
			400,
			{ message: `files: ${noneOfThese}`, fields: { files: noneOfThese }, skipped: [{ name: "page.png", reason: noneOfThese }] },
		]);
		const none = await scene.add([]);
		expect([none.status, none.body]).toEqual([400, { message: "files: Choose a file", fields: { files: "Choose a file" } }]);
		const long = await scene.add([{ bytes: await picture("jpeg"), name: "a" }], { texts: ["x".repeat(501)] });
		expect([long.status, long.body]).toEqual([
			400,
			{ message: "captions: At most 500 characters", fields: { captions: "At most 500 characters" } },
		]);
		const json = await scene.owner.post(`${scene.path}/media`, { files: [] });
		expect([json.status, json.body]).toEqual([415, { message: "The body has an unsupported type" }]);
		expect(await scene.whole()).toEqual(before);
	});

	test("of an upload that breaks off nothing stays, also what had come whole", async () => {
		const scene = await SessionScene.begin(url);
		const one = Buffer.concat([openFile({ field: "files[]", name: "1.jpg" }), await picture("jpeg"), Buffer.from("\r\n")]);
		const body = Buffer.concat([one, one, one.subarray(0, 300)]);
		const { status } = await scene.owner.ask("POST", `${scene.path}/media`, { headers: multipartType, body });
		expect(status).toBe(400);
		expect((await scene.whole()).media).toEqual([]);
		expect(await files(scene)).toEqual([]);
		expect(multipartEnd.length).toBeGreaterThan(0);
	});

	test("uploads that come at the same time all come in, each with ids of its own", async () => {
		const scene = await SessionScene.begin(url);
		const [bytes, ...more] = await Promise.all([picture("jpeg"), picture("png"), picture("webp")]);
		const all = [bytes, ...more, bytes, ...more].map((bytes) => scene.add([{ bytes, name: "x" }]));
		expect((await Promise.all(all)).map(({ status }) => status)).toEqual(all.map(() => 201));
		expect(ids(await scene.whole())).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test("go into another order, which names each of them once", async () => {
		const scene = await SessionScene.begin(url, { pictures: 3 });
		const order = (order: unknown) => scene.owner.patch<Whole>(`${scene.path}/media`, { order });
		const { status, body } = await order([3, 1, 2]);
		expect([status, ids(body)]).toEqual([200, [3, 1, 2]]);
		expect(body.media.map(({ order }) => order)).toEqual([0, 1, 2]);
		for (const wrong of [[], [1, 2], [1, 2, 2], [1, 2, 3, 4], [1, 2, 4], [1, 2, 3, 3]]) {
			const words = "Must name each of its pictures and videos once";
			expect((await order(wrong)).body).toEqual({ message: `order: ${words}`, fields: { order: words } });
		}
		for (const wrong of ["1,2,3", ["1", "2", "3"], null]) expect((await order(wrong)).status).toBe(400);
		expect(ids(await scene.whole())).toEqual([3, 1, 2]);
	});

	test("get another caption, as it was typed", async () => {
		const scene = await SessionScene.begin(url, { pictures: 2 });
		const caption = "<script>alert(1)</script> 👩‍👩‍👧 \u202eright";
		const { status, body } = await scene.owner.patch(`${scene.path}/media/2`, { caption });
		expect([status, body]).toMatchObject([200, { media: { id: 2, caption, order: 1 } }]);
		for (const id of ["3", "abc", "02"]) {
			const gone = await scene.owner.patch(`${scene.path}/media/${id}`, { caption });
			expect([gone.status, gone.body]).toEqual([404, { message: "Not found" }]);
		}
		expect((await scene.owner.patch(`${scene.path}/media/2`, { caption: "x".repeat(501) })).status).toBe(400);
		expect((await scene.owner.patch(`${scene.path}/media/2`, {})).status).toBe(400);
	});

	test("are gone for everybody when they are taken out, and can be taken back; their ids are never given again", async () => {
		const scene = await SessionScene.begin(url, { pictures: 3 });
		const { shareCode } = await scene.share();
		const before = await scene.whole();
		const seen = (before.media[0]?.thumbnail ?? "").replace("/items/", `/share/${shareCode}/items/`);
		const nobody = new Client(url);
		expect((await nobody.get(seen)).status).toBe(200);
		expect((await scene.owner.delete(`${scene.path}/media/1`)).status).toBe(204);
		expect(ids(await scene.whole())).toEqual([2, 3]);
		expect((await nobody.get(seen)).status).toBe(404);
		expect((await scene.owner.delete(`${scene.path}/media/1`)).status).toBe(404);
		await scene.pictures(1);
		const back = await scene.owner.post(`${scene.path}/media/1/restore`);
		expect([back.status, back.body]).toEqual([200, { media: before.media[0] }]);
		expect(ids(await scene.whole())).toEqual([1, 2, 3, 4]);
		expect((await nobody.get(seen)).status).toBe(200);
		expect((await scene.owner.post(`${scene.path}/media/1/restore`)).status).toBe(404);
	});

	test("leave their files when they were taken out too long ago or were too many", async () => {
		const scene = await SessionScene.begin(url, { pictures: 22 });
		for (let id = 1; id <= 22; id++) await scene.owner.delete(`${scene.path}/media/${id}`);
		expect((await files(scene)).length).toBe(2 * 20);
		expect((await scene.owner.post(`${scene.path}/media/2/restore`)).status).toBe(404);
		expect((await scene.owner.post(`${scene.path}/media/3/restore`)).status).toBe(200);
	});

	test("a video is given a thumbnail, a picture is not", async () => {
		const scene = await SessionScene.begin(url);
		await scene.add([
			{ bytes: await fixture("walk.mp4"), name: "walk.mp4" },
			{ bytes: await picture("jpeg"), name: "1.jpg" },
		]);
		const put = async (id: number, bytes: Uint8Array) =>
			scene.owner.ask<{ media: { thumbnail: string } }>(
				"PUT",
				`${scene.path}/media/${id}/thumbnail`,
				multipart({ file: { bytes, name: "x" } }),
			);
		const { status, body } = await put(1, await picture("jpeg", { width: 640, height: 480 }));
		expect(status).toBe(200);
		const thumbnail = await sharp((await scene.owner.get(body.media.thumbnail)).bytes).metadata();
		expect(thumbnail).toMatchObject({ format: "webp", width: 480, height: 360 });
		const again = await put(1, await picture("png", { width: 300, height: 300 }));
		expect(again.body.media.thumbnail).not.toBe(body.media.thumbnail);
		expect((await put(2, await picture("jpeg"))).body).toMatchObject({ message: "file: Only a video is given a thumbnail" });
		expect((await put(1, html)).status).toBe(400);
		expect((await put(3, await picture("jpeg"))).status).toBe(404);
		expect((await files(scene)).length).toBe(4);
	});

	/** The session's files that are kept, each of which has its row. */
	async function files({ session }: SessionScene): Promise<string[]> {
		const known = (await rows<{ key: string }>(lane, 'SELECT "key" FROM Blob WHERE itemId = ?', session.id)).map(({ key }) => key);
		const kept = new Set(await keptFiles(lane));
		expect(known.filter((key) => !kept.has(key))).toEqual([]);
		return known;
	}
});
