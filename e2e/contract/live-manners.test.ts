import { afterEach, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { RoomScene } from "../support/rooms";
import { connect, hangUp, heardOf, type Line, refusedWith } from "../support/sockets";

const tooMany = "Rate limit exceeded";

afterEach(hangUp);

/** When the server has cut a line. */
const cut = ({ socket }: Line) =>
	new Promise<string>((resolve) => (socket.connected ? socket.once("disconnect", resolve) : resolve("before")));

describe.each(lanes)("manners of sockets on $name", ({ url }) => {
	const line = () => connect(url, { headers: { "x-forwarded-for": new Client(url).elsewhere().headers["x-forwarded-for"] ?? "" } });

	test("pages of other sites get no line, programs and our own pages do", async () => {
		for (const origin of ["https://evil.example", "null", `${url}.evil.example`, url.replace("http:", "https:")])
			await expect(connect(url, { headers: { origin } }), origin).rejects.toThrow();
		for (const origin of ["https://evil.example", "null"])
			await expect(connect(url, { headers: { origin }, transports: ["polling"] })).rejects.toThrow();
		expect((await connect(url, { headers: { origin: url } })).socket.connected).toBe(true);
		expect((await connect(url)).socket.connected).toBe(true);
	});

	test("other paths and other namespaces have no sockets", async () => {
		await expect(connect(`${url}/admin`)).rejects.toThrow("Invalid namespace");
		const asked = await new Client(url).get("/socket.io/?EIO=4&transport=nonsense");
		expect(asked.status).toBe(400);
		expect((await new Client(url).get("/socket.io/socket.io.js")).status).toBe(400);
	});

	test("unknown events, and what does not fit, are told so; the line stays", async () => {
		const here = await line();
		for (const event of ["nonsense", "error", "constructor", "__proto__", "toString", "host-granted"])
			await refusedWith(here, "There is no such event", event, 1);
		await refusedWith(here, /./, "join-session", Buffer.from("123456"));
		await refusedWith(here, /./, "join-session", { sessionID: Buffer.from("123456") });
		await refusedWith(here, /./, "join-session", "100001", "and", "more");
		await refusedWith(here, /./, "watchShare", { code: "x" });
		// Without an acknowledgement too.
		here.socket.emit("join-session", { sessionID: [] });
		expect(await here.next("error")).toEqual({ message: expect.any(String) });
		const room = await RoomScene.begin(url);
		await room.joinOn(here);
	});

	test("a message of more than 64 kB ends the line, one that fits is read", async () => {
		const here = await line();
		await refusedWith(here, /^name: At most/, "join-session", { sessionID: "123456", name: "x".repeat(60_000) });
		here.socket.emit("join-session", { sessionID: "123456", name: "x".repeat(70_000) });
		expect(await cut(here)).toBe("transport close");
		const binary = await line();
		binary.socket.emit("join-session", Buffer.alloc(70_000));
		expect(await cut(binary)).toBe("transport close");
	});

	test("a line that asks to be let in again and again is ended, however much of that fits into one message", async () => {
		const client = new Client(url).elsewhere();
		const ask = (query: string, body?: string) =>
			client.ask<string>(
				body ? "POST" : "GET",
				`/socket.io/?EIO=4&transport=polling${query}`,
				body ? { body, headers: { "content-type": "text/plain;charset=UTF-8" } } : {},
			);
		const { sid } = JSON.parse((await ask("")).body.slice(1)) as { sid: string };
		await ask(`&sid=${sid}`, Array.from({ length: 5_000 }, () => "40").join("\u001e"));
		const answered = (await ask(`&sid=${sid}`)).body.split("\u001e");
		expect(answered.filter((packet) => packet.startsWith("40")).length).toBeLessThanOrEqual(3);
		await expect.poll(async () => (await ask(`&sid=${sid}`)).status, { timeout: 20_000 }).toBe(400);
		expect((await line()).socket.connected).toBe(true);
	});

	test("a line has one budget, also when it leaves and comes back in", async () => {
		const room = await RoomScene.begin(url);
		const { line: here } = await room.join();
		for (let n = 0; n < 20; n++) await here.say("chat-message", { roomCode: room.code, text: `${n}` });
		const cutOff = cut(here);
		here.socket.disconnect();
		expect(await cutOff).toBe("io client disconnect");
	});

	test("sixty events a minute, twenty of them chat; whoever floods is cut off, and nobody else notices", { timeout: 120_000 }, async () => {
		const room = await RoomScene.begin(url);
		const [ada, bo, flooder] = [await room.host(), await room.join({ name: "Bo" }), await line()];
		const chat = (text: string) => bo.line.say("chat-message", { roomCode: room.code, text });
		for (let n = 0; n < 20; n++) expect(await chat(`${n}`)).toMatchObject({ ok: true });
		expect(await chat("one more")).toEqual({ ok: false, message: tooMany });
		for (let n = 0; n < 38; n++) expect((await bo.line.say("watchShare", "nowhere")).message).not.toBe(tooMany);
		expect(await bo.line.say("watchShare", "nowhere")).toEqual({ ok: false, message: tooMany });
		for (let n = 0; n < 700; n++) flooder.socket.emit("nonsense", n);
		expect(await cut(flooder)).toBe("io server disconnect");
		expect(await ada.line.say("chat-message", { roomCode: room.code, text: "quiet here" })).toMatchObject({ ok: true });
		for (const { line } of [ada, bo]) {
			expect(await line.next("chat-message", ({ text }) => text === "quiet here")).toMatchObject({ senderName: "Ada" });
			expect(heardOf(line, "chat-message")).toHaveLength(20 + 1);
		}
	});

	test("a crowd from one address: those that the room has no place for are told so, and it goes on", { timeout: 120_000 }, async () => {
		const room = await RoomScene.begin(url);
		const ada = await room.host();
		const address = new Client(url).elsewhere().headers["x-forwarded-for"] ?? "";
		const crowd = await Promise.all(Array.from({ length: 510 }, () => connect(url, { headers: { "x-forwarded-for": address } })));
		const joins = await Promise.all(crowd.map((each) => each.say("join-session", room.code)));
		expect(joins.filter(({ ok }) => ok)).toHaveLength(499);
		expect(new Set(joins.flatMap((each) => (each.ok ? [] : [each.message])))).toEqual(new Set(["This room is full"]));
		// Whoever asks a thousand times on one line is one person.
		const again = await Promise.all(Array.from({ length: 30 }, () => crowd[0]?.say("join-session", room.code)));
		expect(new Set(again.map((each) => each?.ok && each.participantId)).size).toBe(1);
		expect(await ada.line.say("chat-message", { roomCode: room.code, text: "a full house" })).toMatchObject({ ok: true });
		expect((await room.data()).participants).toHaveLength(500);
	});
});
