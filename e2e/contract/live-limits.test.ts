import { afterEach, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { connect, hangUp, type Line } from "../support/sockets";
import { diskWays, ownServer } from "./own-server";

afterEach(hangUp);

describe.each(diskWays.slice(0, 1))("what one address may do with sockets, at a fiftieth of the limits", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "0.02", TRUST_PROXY: "1" });
	const from = (address: string) => connect(server().url, { headers: { "x-forwarded-for": address } });

	test("is twenty lines at a time; one that ends makes room for the next, and others are not concerned", async () => {
		const lines: Line[] = [];
		while (lines.length < 20) lines.push(await from("192.0.2.1"));
		await expect(from("192.0.2.1")).rejects.toThrow();
		expect((await from("192.0.2.2")).socket.connected).toBe(true);
		lines[0]?.close();
		await expect
			.poll(
				() =>
					from("192.0.2.1").then(
						() => "in",
						() => "out",
					),
				{ timeout: 20_000, interval: 100 },
			)
			.toBe("in");
	});

	test("is six joins a minute", async () => {
		const { body } = await new Client(server().url).elsewhere().post<{ sessionID: string }>("/api/session/create", {});
		const line = await from("192.0.2.3");
		const answers = [];
		for (let n = 0; n < 13; n++) answers.push(await line.say("join-session", body.sessionID));
		// A minute may end in between.
		const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.message]));
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.length).toBeLessThanOrEqual(13 - 6);
		expect(new Set(refused)).toEqual(new Set(["Rate limit exceeded"]));
		expect(await (await from("192.0.2.4")).say("join-session", body.sessionID)).toMatchObject({ ok: true });
	});
});
