import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Visitor } from "../contract/visitor";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { rows } from "../support/database";
import { type Pair, startPair } from "../support/pair";
import { testPostgres } from "../support/throw-away";
import { audit } from "./audit";
import { type Link, videoLink } from "./scene";

const songsInPlay = 200;

describe.skipIf(!testPostgres())("on two servers", { timeout: 240_000 }, () => {
	let pair: Pair;
	let owner: Account;
	let link: Link;
	beforeAll(async () => {
		pair = await startPair();
		owner = await Account.signUp(pair.one.url);
		link = await videoLink(owner, songsInPlay);
	}, 180_000);
	afterAll(() => pair.stop());

	/** One server for the even turns, the other for the odd ones. */
	const turn = (at: number) => pair.urls[at % 2 === 0 ? 0 : 1];

	test("of two hundred plays at once a visit has exactly three, and everybody counts three", async () => {
		const before = await audit(pair.place, link.shareId);
		for (let round = 0; round < 4; round++) {
			const visitor = await Visitor.begin(turn(round), link.shareId);
			const answers = await Promise.all(link.songs.map((song, at) => visitor.at(turn(at)).play(song.id)));
			const granted = answers.filter(({ status }) => status === 200);
			expect(granted.map(({ body }) => body.data.playCount).sort()).toEqual([1, 2, 3]);
			expect(answers.filter(({ status }) => status === 403)).toHaveLength(songsInPlay - 3);
			for (const url of pair.urls) expect((await visitor.at(url).status()).body).toMatchObject({ data: { playCount: 3 } });
		}
		const after = await audit(pair.place, link.shareId);
		expect([after.plays - before.plays, after.visits - before.visits]).toEqual([12, 4]);
	});

	test("a retry under its Idempotency-Key at the other server is answered like the first try, and spends nothing", async () => {
		const before = await audit(pair.place, link.shareId);
		const visitor = await Visitor.begin(pair.one.url, link.shareId);
		const play = (url: string, id: string) => visitor.at(url).play(id, { "idempotency-key": `press-${id}` });
		const pairs = await Promise.all(link.songs.map(({ id }) => Promise.all(pair.urls.map((url) => play(url, id)))));
		for (const [first, retry] of pairs) expect([retry?.status, retry?.body]).toEqual([first?.status, first?.body]);
		expect(pairs.flat().filter(({ status }) => status === 200)).toHaveLength(6);
		expect((await audit(pair.place, link.shareId)).plays - before.plays).toBe(3);
	});

	test("one song pressed two hundred times at both is one play", async () => {
		const before = await audit(pair.place, link.shareId);
		const visitor = await Visitor.begin(pair.one.url, link.shareId);
		const presses = Array.from({ length: songsInPlay }, (_, at) => visitor.at(turn(at)).play(link.songs[0]?.id ?? ""));
		expect(new Set((await Promise.all(presses)).map(({ status, body }) => `${status} ${body.data.playCount}`))).toEqual(new Set(["200 1"]));
		expect((await audit(pair.place, link.shareId)).plays - before.plays).toBe(1);
	});

	test("views and the plays of people who are signed in add up, and so do they by day and by site", async () => {
		const { songs, shareId } = await videoLink(await Account.signUp(pair.other.url), 4);
		const listener = await byToken(await Account.signUp(pair.one.url));
		const views = Array.from({ length: 300 }, (_, at) =>
			new Client(turn(at)).elsewhere().post(`/api/open/${shareId}`, { referrer: "https://forum.example/thread" }),
		);
		const plays = Array.from({ length: 200 }, (_, at) =>
			new Client(turn(at), listener.headers).post(`/api/share/${shareId}/play`, { songId: songs[at % 4]?.id }),
		);
		expect(new Set((await Promise.all(views)).map(({ status }) => status))).toEqual(new Set([204]));
		expect(new Set((await Promise.all(plays)).map(({ status }) => status))).toEqual(new Set([200]));
		const [counted] = await rows<{ id: number }>(
			pair.place,
			`SELECT s.id, s.viewCount, s.playCount, i.playCount AS itemCount FROM Share s JOIN Item i ON i.id = s.itemId WHERE code = ?`,
			shareId,
		);
		expect(counted).toMatchObject({ viewCount: 300, playCount: 200, itemCount: 200 });
		const days = await rows(
			pair.place,
			"SELECT sum(views) AS views, sum(plays) AS plays FROM DailyStat WHERE shareId = ?",
			counted?.id ?? 0,
		);
		expect(days).toEqual([{ views: 300, plays: 200 }]);
		const heard = await rows(pair.place, `SELECT playCount FROM Item WHERE id IN (${songs.map(({ id }) => id).join(", ")})`);
		expect(heard).toEqual(songs.map(() => ({ playCount: 50 })));
	});

	test("of twenty clicks on Share at both one makes the link", async () => {
		const playlist = await owner.playlist("Shared at once", link.songs.slice(0, 2));
		const clicks = Array.from({ length: 20 }, (_, at) =>
			owner.at(turn(at)).fetch(`/api/share/playlist/${playlist.id}`, { method: "POST" }),
		);
		const answers = await Promise.all(clicks);
		expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
		const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { data: { shareId: string } }).data.shareId));
		expect(new Set(codes).size).toBe(1);
	});
});
