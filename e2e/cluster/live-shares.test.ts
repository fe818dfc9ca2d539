import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { type Pair, startPair } from "../support/pair";
import { startS3, type TestS3 } from "../support/s3";
import { connect, hangUp, heardOf, type Line } from "../support/sockets";
import { testPostgres } from "../support/throw-away";

type Made = { id: string; code: string; shareId: string };

/** A list and its link. */
async function sharedList(owner: Account): Promise<Made> {
	const { id } = (await (await owner.send("POST", "/api/lists", { title: "Shopping", items: [{ text: "Twine" }] })).json()) as Made;
	const { share } = (await (await owner.send("POST", `/api/items/${id}/shares`, {})).json()) as { share: { id: string; code: string } };
	return { id, code: share.code, shareId: share.id };
}

describe.skipIf(!testPostgres())("who looks at one server", () => {
	let pair: Pair;
	let files: TestS3;
	let owner: Account;
	beforeAll(async () => {
		files = await startS3();
		pair = await startPair(files.env);
		owner = await Account.signUp(pair.one.url);
	});
	afterEach(hangUp);
	afterAll(async () => {
		await pair.stop();
		await files.stop();
	});
	const watching = async (url: string, code: string): Promise<Line> => {
		const line = await connect(url);
		expect(await line.say("watchShare", code)).toMatchObject({ ok: true });
		return line;
	};

	test("is told what is changed at the other", async () => {
		const { id, code } = await sharedList(owner);
		const line = await watching(pair.other.url, code);
		for (const title of ["Once", "Twice", "Thrice"]) {
			await owner.send("PUT", `/api/lists/${id}`, { title });
			expect(await line.next("listUpdated", ({ data }) => data.title === title)).toMatchObject({ data: { items: [{ text: "Twine" }] } });
		}
	});

	test("is cut off when the link is paused, or gets another code, at the other", async () => {
		for (const [reason, close] of [
			["off", ({ shareId }: Made) => owner.send("PATCH", `/api/shares/${shareId}`, { isActive: false })],
			["rotated", ({ shareId }: Made) => owner.send("POST", `/api/shares/${shareId}/rotate`, {})],
			["deleted", ({ id }: Made) => owner.fetch(`/api/lists/${id}`, { method: "DELETE" })],
		] as const) {
			const made = await sharedList(owner);
			const lines = await Promise.all(pair.urls.map((url) => watching(url, made.code)));
			expect((await close(made)).ok).toBe(true);
			for (const line of lines) expect(await line.next("sharedContentRevoked")).toMatchObject({ kind: "list", reason });
		}
	});

	test("is counted at the other, as soon as they come and go", async () => {
		const { id, code } = await sharedList(owner);
		const here = await watching(pair.one.url, code);
		expect(await here.next("viewerCount")).toBe(1);
		const there = await watching(pair.other.url, code);
		for (const line of [here, there]) await line.next("viewerCount", (count) => count === 2);
		const page = await connect(pair.other.url, { token: owner.token });
		await page.say("watchItem", id);
		await page.next("viewerCount", (count) => count === 2);
		here.close();
		for (const line of [there, page]) await line.next("viewerCount", (count) => count === 1);
		await there.say("unwatchShare", code);
		await page.next("viewerCount", (count) => count === 0);
		expect(heardOf(page, "error")).toEqual([]);
	});
});
