import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { Account } from "../support/account";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { picture } from "../support/pictures";
import { fixture } from "../support/songs";
import { SessionScene, type Whole } from "./session-scene";

type Listed = { sessions: { id: number }[] };

describe.each(lanes)("a session in an account's archive on $name", ({ url }) => {
	async function scene() {
		const made = await SessionScene.begin(url, { pictures: 2, intervalMin: 2 });
		await made.add([{ bytes: await fixture("walk.mp4"), name: "walk.mp4" }], { texts: ["A walk"] });
		const poster = multipart({ file: { bytes: await picture("jpeg"), name: "poster.jpg" } });
		expect((await made.owner.ask("PUT", `${made.path}/media/3/thumbnail`, poster)).status).toBe(200);
		await made.owner.patch(`${made.path}/media`, { order: [3, 1, 2] });
		return made;
	}
	async function imported(zip: Buffer) {
		const owner = await byToken(await Account.signUp(url));
		const file = multipart({ file: { bytes: zip, name: "archive.zip", type: "application/zip" } });
		const { body } = await owner.ask<{ items: number; skipped: { reason: string }[] }>("POST", "/api/me/import", file);
		const { sessions } = (await owner.get<Listed>("/api/sessions")).body;
		const whole = sessions[0] && (await owner.get<Whole>(`/api/sessions/${sessions[0].id}`)).body;
		return { owner, answer: body, whole };
	}

	test("comes in again with its pictures, videos, thumbnails and captions", async () => {
		const made = await scene();
		const before = await made.whole();
		const { owner, whole } = await imported((await made.owner.get("/api/me/export")).bytes);
		const shape = ({ media }: Whole) =>
			media.map(({ id, type, caption, width, height, seconds }) => [id, type, caption, width, height, seconds]);
		expect(whole && shape(whole)).toEqual(shape(before));
		expect(whole?.session).toMatchObject({ title: "A week in the hills", intervalMin: 2 });
		for (const { mediaUrl, thumbnail } of whole?.media ?? []) {
			expect((await owner.get(mediaUrl)).headers["content-type"]).toMatch(/^(?:image\/jpeg|video\/mp4)$/);
			expect((await owner.get(thumbnail ?? "")).headers["content-type"]).toBe("image/webp");
		}
		const path = `/api/sessions/${whole?.session.id}`;
		expect((await owner.delete(`${path}/media/2`)).status).toBe(204);
	});

	test("does not come in when a file in it is not what it has to be", async () => {
		const made = await scene();
		const zip = await fromBufferPromise((await made.owner.get("/api/me/export")).bytes, { lazyEntries: true });
		const changed = new ZipFile();
		for await (const entry of zip.eachEntry()) {
			const bytes = await buffer(await zip.openReadStreamPromise(entry));
			changed.addBuffer(/media-1\b/.test(entry.fileName) ? Buffer.from("<script>alert(1)</script>") : bytes, entry.fileName);
		}
		changed.end();
		const { answer, whole } = await imported(await buffer(changed.outputStream));
		expect(answer).toMatchObject({ items: 0, skipped: [{ reason: expect.stringContaining("not a JPEG, PNG, WebP or GIF") as unknown }] });
		expect(whole).toBeUndefined();
	});
});
