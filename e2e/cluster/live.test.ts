import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { RoomScene } from "../support/rooms";
import { connect, hangUp } from "../support/sockets";
import { testPostgres, testRedis } from "../support/throw-away";
import { longest, shaken, troubles } from "./reached";

const { stopped, killed, silent, slow } = troubles;

afterEach(hangUp);

describe.skipIf(!testPostgres() || !testRedis())("what is live over two servers, when Redis", { timeout: 300_000 }, () => {
	const now = shaken();

	/** A list of somebody's, its link, and a page at the other server that looks at it. */
	async function looking() {
		const { owner, pair } = now();
		const client = await byToken(owner);
		const { body: list } = await client.post<{ id: string }>("/api/lists", { title: "Before" });
		const { body: link } = await client.post<{ shareToken: string }>(`/api/lists/${list.id}/share`);
		const line = await connect(pair.other.url);
		expect(await line.say("joinSharedList", link.shareToken)).toMatchObject({ ok: true });
		return {
			line,
			rename: (title: string) => client.send("PUT", `/api/lists/${list.id}`, { title }),
			pause: () => client.delete(`/api/lists/${list.id}/share`),
		};
	}

	/**
	 * What was acknowledged just now comes to the other server's sockets within a second. The second is counted in turns of that server, which has fifty in it
	 * when it has nothing else to do: where everything takes longer, they do.
	 */
	async function comesWithinASecond<T>(coming: Promise<T>): Promise<T> {
		let hasCome = false;
		void coming.then(() => {
			hasCome = true;
		});
		const other = new Client(now().pair.other.url);
		for (let turns = 0; !hasCome && turns < 50; turns++) {
			await wait(20);
			// A verb that nothing has is answered at once.
			expect((await other.ask("PURGE", "/")).status).toBe(501);
		}
		expect(hasCome, "within fifty turns of the server it has come").toBe(true);
		return coming;
	}

	async function pageIsLive(): Promise<void> {
		const { line, rename, pause } = await looking();
		expect((await rename("After")).status).toBe(200);
		await comesWithinASecond(line.next("listUpdated", ({ data }) => data.title === "After"));
		expect((await pause()).status).toBe(200);
		expect(await comesWithinASecond(line.next("sharedContentRevoked"))).toMatchObject({ kind: "list", reason: "off" });
	}

	/** People at both servers hear each other. */
	async function roomIsOne(): Promise<void> {
		const { pair } = now();
		const room = await RoomScene.begin(pair.one.url);
		const [ada, bo] = [await room.host(), await room.at(pair.other.url).join({ name: "Bo" })];
		const hear = async () => {
			await ada.line.say("chat-message", { roomCode: room.code, text: "hello" });
			return bo.line.told.some(({ event }) => event === "chat-message");
		};
		await expect.poll(hear, { timeout: 19_000, interval: 1_000 }).toBe(true);
	}

	test.each([stopped, killed, silent, slow])(
		"$what: pages follow and are cut, rooms say so, and all is well afterwards",
		async (trouble) => {
			const { pair, memory, recovered } = now();
			await pageIsLive();
			await roomIsOne();
			const room = await RoomScene.begin(pair.one.url);
			const ada = await room.host();
			await trouble.begin(memory);
			try {
				await pageIsLive();
				const begun = performance.now();
				const said = await ada.line.say("chat-message", { roomCode: room.code, text: "are you there?" });
				const joined = await room.client.post("/api/session/join", { sessionID: room.code });
				expect(performance.now() - begun, "ms until both were answered").toBeLessThan(2 * longest);
				if (trouble !== slow) {
					// What is said needs no store, and is heard by those at this server.
					expect(said).toMatchObject({ ok: true });
					expect(joined.status).toBe(503);
				}
			} finally {
				await trouble.end(memory);
			}
			await recovered();
			await pageIsLive();
			await roomIsOne();
		},
	);
});
