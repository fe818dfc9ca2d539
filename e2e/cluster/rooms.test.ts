import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Result } from "@/lib/live/events";
import { type Pair, startPair } from "../support/pair";
import { type Player, RoomScene } from "../support/rooms";
import { startServer, type TestServer } from "../support/server";
import { hangUp } from "../support/sockets";
import { testPostgres, testRedis } from "../support/throw-away";

const people = 200;
const films = Array.from({ length: 20 }, (_, index) => ({ title: `Film ${index + 1}`, year: 1920 + index }));
const quiet = { RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" };

/** What somebody gives a film: any pattern that has every score and many vetoes. */
const scoreOf = (person: number, film: number) => 1 + ((person * 7 + film * film * 3 + person * film) % 5);

/** The formula of the contract, computed plainly from all the votes. */
function expected(voters: number): Result[] {
	const rows = films.map(({ title, year }, index) => {
		const scores = Array.from({ length: voters }, (_, person) => scoreOf(person, index));
		const vetoes = scores.filter((score) => score === 1).length;
		const worth = scores.filter((score) => score > 1).map((score) => (score - 1) * 25);
		const mean = worth.reduce((sum, each) => sum + each, 0) / worth.length;
		const compatibility = Math.round(mean * (worth.length / voters) ** 3.5);
		return { movie: { id: `m${index + 1}`, title, year }, compatibility, count: worth.length, vetoes };
	});
	return rows.sort((a, b) => b.compatibility - a.compatibility || b.count - a.count || a.vetoes - b.vetoes);
}

/** So many people in the room, spread over these servers. */
async function crowd(room: RoomScene, urls: readonly string[]): Promise<{ seat: RoomScene; player: Player }[]> {
	return Promise.all(
		Array.from({ length: people }, async (_, person) => {
			const seat = room.at(urls[person % urls.length] ?? "");
			return { seat, player: await seat.join({ name: `Person ${person}` }) };
		}),
	);
}

/** Everybody votes on everything at once; whoever gets no answer asks `again` and votes once more. */
async function voteAll(all: Awaited<ReturnType<typeof crowd>>, again: () => Promise<void>, answered: () => void = () => {}): Promise<void> {
	const insist = async (person: number, film: number): Promise<void> => {
		const { seat, player } = all[person] as (typeof all)[number];
		const status = await seat.vote(player, `m${film + 1}`, scoreOf(person, film)).then(
			(answer) => answer.status,
			() => 0,
		);
		if (status === 200) return answered();
		expect([0, 503], "a vote that is not taken is one whose server is away").toContain(status);
		await again();
		return insist(person, film);
	};
	await Promise.all(all.flatMap((_, person) => films.map((_, film) => insist(person, film))));
}

const impossible = async () => {
	throw new Error("a vote was not taken, although every server is there");
};

afterEach(hangUp);

describe("two hundred people vote on twenty films at once", { timeout: 1_200_000 }, () => {
	test("every vote is in the result", async () => {
		const server = await startServer({ env: quiet });
		const room = await RoomScene.begin(server.url);
		const all = await crowd(room, [server.url]);
		await room.start("classic", films);
		await voteAll(all, impossible);
		expect((await room.data()).results).toEqual(expected(people));
		const [watcher] = all;
		const shown = await watcher?.player.line.next(
			"session-update",
			({ voted }) => Object.values(voted).every((count) => count === people) && Object.keys(voted).length === films.length,
		);
		expect(shown?.results).toEqual(expected(people));
		expect(await server.stop()).toBe(0);
	});

	test("so it is when the server is killed in the middle, and everybody is who they were afterwards", async () => {
		const folder = await mkdtemp(join(tmpdir(), "passalong-rooms-"));
		const first = await startServer({ env: { ...quiet, DATA_DIR: folder } });
		const room = await RoomScene.begin(first.url);
		const all = await crowd(room, [first.url]);
		await room.start("classic", films);
		let answered = 0;
		let back: Promise<TestServer> | undefined;
		const restart = async () => {
			await first.kill();
			return startServer({ env: { ...quiet, DATA_DIR: folder, PORT: new URL(first.url).port } });
		};
		await voteAll(
			all,
			async () => {
				back ??= restart();
				await back;
			},
			() => {
				if (++answered === (people * films.length) / 2) back ??= restart();
			},
		);
		const server = await (back as unknown as Promise<TestServer>);
		const again = await Promise.all(all.map(({ seat, player }) => seat.join({ participantToken: player.participantToken })));
		expect(again.map(({ participantId }) => participantId)).toEqual(all.map(({ player }) => player.participantId));
		expect(again.map(({ votes }) => votes)).toEqual(
			all.map((_, person) => Object.fromEntries(films.map((_, film) => [`m${film + 1}`, scoreOf(person, film)]))),
		);
		const data = await room.data();
		expect(data.results).toEqual(expected(people));
		expect(data.participants).toHaveLength(people);
		expect(await server.stop()).toBe(0);
		await rm(folder, { recursive: true, force: true });
	});

	test.skipIf(!testPostgres() || !testRedis())("so it is over two instances, of which one is killed in the middle", async () => {
		const pair: Pair = await startPair();
		const room = await RoomScene.begin(pair.urls[0]);
		const all = await crowd(room, pair.urls);
		await room.start("classic", films);
		let answered = 0;
		let moved: Promise<void> | undefined;
		const lose = () => {
			moved ??= (async () => {
				await pair.other.kill();
				// Whoever was there goes to the one that is left.
				for (const each of all) if (each.seat.client.url === pair.urls[1]) each.seat = room.at(pair.urls[0]);
			})();
			return moved;
		};
		await voteAll(all, lose, () => {
			if (++answered === (people * films.length) / 2) void lose();
		});
		expect((await room.data()).results).toEqual(expected(people));
		await pair.one.stop();
	});
});

describe.skipIf(!testPostgres() || !testRedis())("a room over two instances", { timeout: 300_000 }, () => {
	test("is one room: who is in it, what is said and voted, and who is the host", async () => {
		const pair = await startPair();
		const room = await RoomScene.begin(pair.urls[0]);
		const there = room.at(pair.urls[1]);
		const [ada, bo] = [await room.host(), await there.join({ name: "Bo" })];
		expect(await ada.line.next("player-count", ({ count }) => count === 2)).toEqual({ count: 2 });
		expect(await bo.line.next("player-count")).toEqual({ count: 2 });
		const talks = [
			[ada, bo],
			[bo, ada],
		] as const;
		// Of what is said once, an instance may miss what comes before the first that it hears: it is said until it is heard.
		for (const [from, to] of talks) {
			const isHeard = async () => {
				await from.line.say("chat-message", { roomCode: room.code, text: "Are you there?" });
				return to.line.told.some(({ payload }) => Object(payload).senderId === from.participantId);
			};
			await expect.poll(isHeard, { timeout: 15_000, interval: 1_000 }).toBe(true);
		}
		for (const [from, to] of talks) {
			const text = `from ${from.participantId}`;
			await from.line.say("chat-message", { roomCode: room.code, text });
			expect(await to.line.next("chat-message", (message) => message.text === text)).toMatchObject({ senderId: from.participantId });
		}
		await room.start();
		await bo.line.next("session-update", ({ state }) => state === "voting");
		await there.vote(bo, "m1", 5);
		expect((await ada.line.next("session-update", ({ voted }) => voted.m1 === 1)).results[0]).toMatchObject({ compatibility: 100 });
		await there.post("/api/session/host", { hostToken: room.hostToken, participantId: bo.participantId });
		const { hostToken } = await bo.line.next("host-granted");
		// The same person on a second phone, at the other instance: the first one going takes nobody away.
		const second = await room.join({ participantToken: bo.participantToken });
		expect(await second.line.next("host-granted")).toEqual({ hostToken });
		bo.line.close();
		await ada.line.next("session-update", ({ participants }) => participants[1]?.connected === true);
		expect((await room.data()).participants).toHaveLength(2);
		await pair.stop();
	});
});
