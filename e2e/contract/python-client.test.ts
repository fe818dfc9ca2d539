// The sockets as others' programs speak to them: python-socketio shares no line with the library that the server and our pages use.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chatMessage, sessionData } from "@/lib/live/events";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { films, RoomScene } from "../support/rooms";
import { hangUp, heardOf, refusedWith } from "../support/sockets";
import { testPython } from "../support/throw-away";
import { OwnLink, sentinel, shared } from "./policy-scene";
import { PythonLines } from "./python-lines";

const python = testPython();
const notHere = "Only people in this room can do this";
const closed = "Invalid or inactive share link";

afterEach(hangUp);

describe.skipIf(!python).each(lanes)("python-socketio on $name", ({ url }) => {
	let lines: PythonLines;
	beforeAll(() => {
		lines = new PythonLines(python ?? "");
	});
	afterAll(() => lines.end());

	test("joins by a code as text, as a number of either kind, with a name, by each transport", async () => {
		const room = await RoomScene.begin(url);
		const joins = [
			{ json: JSON.stringify(room.code), name: "Guest 1" },
			{ json: room.code, name: "Guest 2", transports: ["websocket" as const] },
			{ json: `${room.code}.0`, name: "Guest 3", transports: ["polling" as const] },
			{ json: `{"sessionID": ${room.code}, "name": "Zoë 👩‍👩‍👧"}`, name: "Zoë 👩‍👩‍👧" },
		];
		for (const [index, { json, name, ...options }] of joins.entries()) {
			const here = await lines.connect(url, options);
			const answer = await here.sayJson("join-session", `[${json}]`);
			expect(here.told.slice(0, 3).map(({ event }) => event)).toEqual(["player-count", "session-update", "joined-session"]);
			expect(await here.next("player-count")).toEqual({ count: index + 1 });
			const data = sessionData.parse(await here.next("session-update"));
			expect(data.participants.at(-1)).toMatchObject({ id: `p${index + 1}`, name, connected: true });
			const joined = await here.next("joined-session");
			const { participantToken, participantId } = joined;
			expect(joined).toEqual({ sessionID: room.code, participantToken, participantId: `p${index + 1}`, votes: {}, pairVotes: {} });
			expect(answer).toEqual({ ok: true, sessionID: room.code, participantToken, participantId });
		}
	});

	test("hears what others say and do, by socket and by HTTP, until it leaves", async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.joinOn(await lines.connect(url), { hostToken: room.hostToken });
		const bo = await room.joinOn(await lines.connect(url), { name: "Bo" });
		const page = await room.join({ name: "Cy" });
		const text = "نص 👩‍👩‍👧 <b>no markup</b>";
		const said = await bo.line.say("chat-message", { roomCode: Number(room.code), text });
		for (const { line } of [ada, bo, page]) {
			const message = chatMessage.parse(await line.next("chat-message"));
			expect(message).toEqual({ id: said.id, senderId: bo.participantId, senderName: "Bo", text, timestamp: message.timestamp });
		}
		await room.start();
		await room.vote(page, "m1", 5);
		for (const { line } of [ada, bo]) {
			const data = sessionData.parse(await line.next("session-update", ({ voted }) => voted.m1 === 1));
			expect(data).toMatchObject({ state: "voting", movies: films, results: [{ compatibility: 100 }, {}, {}] });
		}
		expect(await bo.line.say("leave-session")).toEqual({ ok: true });
		expect(await ada.line.next("player-count", ({ count }) => count === 2)).toEqual({ count: 2 });
		await refusedWith(bo.line, notHere, "chat-message", { roomCode: room.code, text: "still here?" });
		expect(await page.line.say("chat-message", { roomCode: room.code, text: "gone" })).toMatchObject({ ok: true });
		await ada.line.next("chat-message", ({ text }) => text === "gone");
		expect(heardOf(bo.line, "chat-message")).toHaveLength(1);
	});

	test("is told what does not fit, and harms nobody by it", async () => {
		const [room, other] = [await RoomScene.begin(url), await RoomScene.begin(url)];
		const ada = await room.joinOn(await lines.connect(url));
		const before = await room.data();
		const unshown = "name: Has characters that cannot be shown";
		const sessionID = room.code;
		const here = await lines.connect(url);
		const tries: [json: string, words: string | RegExp][] = [
			['["100001"]', "Session not found or has expired"],
			["[100001]", "Session not found or has expired"],
			[`[1${"0".repeat(400)}]`, /./],
			["[]", /./],
			["[null]", /./],
			["[true]", /./],
			[`[["${sessionID}"]]`, /./],
			[`["${sessionID}", "and more"]`, /./],
			['[{"sessionID": {"$ne": 1}}]', /./],
			[`[{"sessionID": "${sessionID}", "name": 7}]`, /./],
			[JSON.stringify([{ sessionID, name: "x".repeat(10_000) }]), "name: At most 20 characters"],
			[JSON.stringify([{ sessionID, name: "\u202egnp.exe" }]), unshown],
			[JSON.stringify([{ sessionID, name: "half \ud83d" }]), unshown],
			[JSON.stringify([{ sessionID, hostToken: other.hostToken }]), "Only the host can do this"],
			[JSON.stringify([{ sessionID, participantToken: "p1.AAAA" }]), notHere],
		];
		for (const [json, words] of tries) {
			const message = words instanceof RegExp ? expect.stringMatching(words) : words;
			expect(await here.sayJson("join-session", json), json.slice(0, 80)).toEqual({ ok: false, message });
			expect(await here.next("error")).toEqual({ message });
		}
		await refusedWith(here, "There is no such event", "make-coffee", { sugar: 2 });
		expect(here.told.every(({ event }) => event === "error")).toBe(true);
		expect(await room.data()).toEqual(before);
		await room.joinOn(here, { name: "Bo" });
		expect(await here.say("chat-message", { roomCode: room.code, text: "All well?" })).toMatchObject({ ok: true });
		expect(await ada.line.next("chat-message")).toMatchObject({ text: "All well?", senderName: "Bo" });
	});

	test("comes back by itself after a cut, and is the same person by the token", async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.joinOn(await lines.connect(url));
		const bo = await room.joinOn(await lines.connect(url), { name: "Bo" });
		await room.start();
		await room.vote(bo, "m2", 4);
		await bo.line.break();
		await ada.line.next("session-update", ({ participants }) => participants[1]?.connected === false);
		const back = await room.joinOn(bo.line, { participantToken: bo.participantToken });
		const { participantId, participantToken } = bo;
		expect(back).toMatchObject({ participantId, participantToken, votes: { m2: 4 } });
		await ada.line.next("session-update", ({ participants }) => participants[1]?.connected === true);
		expect((await room.data()).participants.map(({ name }) => name)).toEqual(["Guest 1", "Bo"]);
	});

	test("follows a shared list until its link is paused", async () => {
		const { owner, itemId } = await shared(url, "list");
		const link = await OwnLink.of(owner, itemId);
		const [page, watching, joined] = [
			await lines.connect(url, { token: owner.token }),
			await lines.connect(url),
			await lines.connect(url, { transports: ["websocket"] }),
		];
		expect(await page.say("watchItem", Number(itemId))).toEqual({ ok: true });
		expect(await watching.say("watchShare", link.code)).toEqual({ ok: true, updatedAt: expect.any(String) });
		expect(await watching.next("viewerCount")).toBe(1);
		expect(await joined.say("joinSharedList", link.code)).toEqual({ ok: true, updatedAt: expect.any(String) });
		expect(await joined.next("joinedSharedList")).toEqual({ message: "Joined shared list", listTitle: sentinel });
		for (const line of [page, watching, joined]) await line.next("viewerCount", (count) => count === 2);

		const title = `${sentinel} anew`;
		expect((await owner.send("PUT", `/api/lists/${itemId}`, { title })).status).toBe(200);
		const { body: data } = await new Client(url).get(`/api/shared/list/${link.code}`);
		const timestamp = expect.stringMatching(/^\d{4}-.*Z$/);
		for (const line of [watching, joined]) expect(await line.next("listUpdated")).toEqual({ type: "LIST_UPDATE", data, timestamp });

		await link.change({ isActive: false });
		for (const line of [watching, joined]) {
			expect(await line.next("sharedContentRevoked")).toEqual({ kind: "list", reason: "off", timestamp });
			await refusedWith(line, closed, "watchShare", link.code);
			await refusedWith(line, closed, "joinSharedList", link.code);
		}
		await page.next("viewerCount", (count) => count === 0);
		await refusedWith(watching, "Authentication required", "watchItem", itemId);
	});

	test("gets no line as a page of another site", async () => {
		for (const transports of [["polling" as const], ["websocket" as const]]) {
			for (const origin of ["https://evil.example", "null"])
				await expect(lines.connect(url, { headers: { origin }, transports }), origin).rejects.toThrow("ConnectionError");
			const ours = await lines.connect(url, { headers: { origin: url }, transports });
			expect(await ours.say("leave-session")).toEqual({ ok: true });
			await ours.close();
		}
	});
});
