import { beforeAll, describe, expect, test } from "vitest";
import { Account, type Song } from "../support/account";
import { Client } from "../support/client";
import { hotLanes } from "../support/lanes";
import { wav } from "../support/wav";
import { Visitor } from "./visitor";

const songsInPlay = 200;
/** New sessions of one address on one link in a day; rounds beyond it take the next link. */
const sessionsPerLink = 20;

/** In another order each time, so that all of them are heard and counted. */
const shuffled = (songs: Song[]) =>
	songs
		.map((song) => ({ song, at: Math.random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ song }) => song);

type MyShares = { data: { shareId: string; playCount: number }[] };
type Songs = { data: { id: string; playCount: number }[] };

describe.each(hotLanes)("two hundred plays at once on $name", { timeout: 1_200_000 }, ({ lane, url }) => {
	// The same function on either lane; on Next's each round takes a second and more, and a fifth of them tells enough. So it does of retries.
	const fewer = 20;
	const often = lane === "fast" ? 100 : fewer;
	let owner: Account;
	let songs: Song[];
	beforeAll(async () => {
		owner = await Account.signUp(url);
		const bytes = wav({ seconds: 0.05 });
		const song = (at: number) => (at % 10 === 0 ? owner.upload({ bytes }) : owner.video(`video${at}`.padEnd(11, "_"), `Song ${at}`));
		songs = await Promise.all(Array.from({ length: songsInPlay }, (_, at) => song(at)));
	});

	/** One fresh session a round, over as many links as that takes; answers the links. */
	async function rounds(count: number, play: (visitor: Visitor) => Promise<void>): Promise<string[]> {
		const links: string[] = [];
		for (let round = 0; round < count; round++) {
			if (round % sessionsPerLink === 0) links.push((await owner.share("playlist", (await owner.playlist("All", songs)).id)).shareId);
			await play(await Visitor.begin(url, links.at(-1) ?? ""));
		}
		return links;
	}

	const asOwner = () => new Client(url, { authorization: `Bearer ${owner.token}` });
	async function playsOf(links: string[]): Promise<number[]> {
		const { body } = await asOwner().get<MyShares>("/api/share/my/shares");
		return links.map((link) => body.data.find((share) => share.shareId === link)?.playCount ?? -1);
	}
	async function playsOfSongs(): Promise<number> {
		const { body } = await asOwner().get<Songs>("/api/songs");
		return body.data.reduce((sum, song) => sum + song.playCount, 0);
	}

	test(`of one session grant exactly three, ${often} times over, and every count agrees`, async () => {
		const before = await playsOfSongs();
		const links = await rounds(often, async (visitor) => {
			const answers = await Promise.all(shuffled(songs).map((song) => visitor.play(song.id)));
			const granted = answers.filter((answer) => answer.status === 200);
			expect(granted.map((answer) => answer.body.data.remainingPlays).sort()).toEqual([0, 1, 2]);
			expect(answers.filter((answer) => answer.status === 403)).toHaveLength(songsInPlay - 3);
			expect((await visitor.status()).body).toMatchObject({ data: { playCount: 3, hasReachedLimit: true } });
		});
		expect(await playsOf(links)).toEqual(links.map(() => 3 * sessionsPerLink));
		expect((await playsOfSongs()) - before).toBe(3 * often);
	});

	test("and each sent twice under its key: three songs granted, six answers, each retry like its first", async () => {
		const before = await playsOfSongs();
		const links = await rounds(fewer, async (visitor) => {
			const play = ({ id }: Song) => visitor.play(id, { "idempotency-key": `press-${id}` });
			const pairs = await Promise.all(shuffled(songs).map((song) => Promise.all([play(song), play(song)])));
			for (const [first, retry] of pairs) expect([retry.status, retry.body]).toEqual([first.status, first.body]);
			expect(pairs.flat().filter((answer) => answer.status === 200)).toHaveLength(6);
			expect(pairs.flat().filter((answer) => answer.status === 403)).toHaveLength(2 * songsInPlay - 6);
			expect((await visitor.status()).body).toMatchObject({ data: { playCount: 3 } });
		});
		expect(await playsOf(links)).toEqual(links.map(() => 3 * sessionsPerLink));
		expect((await playsOfSongs()) - before).toBe(3 * fewer);
	});

	test("of one song spend one play", async () => {
		const before = await playsOfSongs();
		const links = await rounds(2, async (visitor) => {
			const answers = await Promise.all(Array.from({ length: songsInPlay }, () => visitor.play(songs[0]?.id ?? "")));
			expect(answers.map((answer) => [answer.status, answer.body.data.playCount])).toEqual(Array(songsInPlay).fill([200, 1]));
		});
		expect(await playsOf(links)).toEqual([2]);
		expect((await playsOfSongs()) - before).toBe(2);
	});
});
