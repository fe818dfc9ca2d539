import { describe, expect, test } from "vitest";
import { roomWorld } from "@/e2e/support/room-world";
import { isRefused } from "@/lib/refused";
import { saveBallot } from "./ballot";
import { findRoom } from "./find";
import { joinRoom } from "./join";

const outcome = (work: Promise<unknown>) =>
	work.then(
		() => "found",
		(error: unknown) => (isRefused(error) ? error.code : error),
	);
/** A code that no room has. */
const other = (code: string) => (code === "999999" ? "100000" : "999999");

describe("guessing codes", () => {
	test("ten wrong ones a minute, then not even the right one is looked at", async () => {
		const { world, room, wait } = roomWorld();
		const { code } = await room();
		const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => outcome(findRoom(world, `${index}`, "guesser"))));
		expect(tries.filter((each) => each === "room_not_found")).toHaveLength(10);
		expect(tries.filter((each) => each === "rate_limited")).toHaveLength(2);
		expect(await outcome(findRoom(world, code, "guesser"))).toBe("rate_limited");
		expect(await outcome(findRoom(world, code, "somebody else"))).toBe("found");
		wait(121);
		expect(await outcome(findRoom(world, code, "guesser"))).toBe("found");
	});

	test("the right one costs nothing, however often and at once", async () => {
		const { world, room } = roomWorld();
		const { code } = await room();
		const tries = Array.from({ length: 60 }, () => outcome(findRoom(world, code, "a whole school")));
		expect(new Set(await Promise.all(tries))).toEqual(new Set(["found"]));
	});

	test("what can be no code, and a wrong token, are guesses too", async () => {
		const { world, room } = roomWorld();
		const { code, host } = await room();
		const films = [{ title: "M" }, { title: "Faust" }];
		for (let n = 0; n < 5; n++) expect(await outcome(findRoom(world, "12", "guesser"))).toBe("room_not_found");
		for (let n = 0; n < 5; n++)
			expect(await outcome(saveBallot(world, { sessionID: code, hostToken: host.participantToken, films }, "guesser"))).toBe("not_host");
		expect(await outcome(saveBallot(world, { sessionID: code, hostToken: "x", films }, "guesser"))).toBe("rate_limited");
		expect(await outcome(findRoom(world, code, "guesser"))).toBe("rate_limited");
	});

	test("whoever shows a token of the room is let in, whatever their neighbours guess", async () => {
		const { world, room } = roomWorld();
		const { code, guests } = await room({ guests: 1 });
		for (let n = 0; n < 12; n++) await outcome(findRoom(world, other(code), "one router"));
		expect(await outcome(joinRoom(world, { sessionID: code }, "one router"))).toBe("rate_limited");
		expect(await outcome(joinRoom(world, { sessionID: code, participantToken: guests[0]?.participantToken }, "one router"))).toBe("found");
	});

	test("when fifty fail in a minute those who failed within the hour are refused, and nobody else", async () => {
		const { world, room, wait } = roomWorld();
		const { code } = await room();
		expect(await outcome(findRoom(world, other(code), "failed long ago"))).toBe("room_not_found");
		expect(await outcome(findRoom(world, other(code), "failed lately"))).toBe("room_not_found");
		wait(125);
		for (let n = 0; n < 50; n++) expect(await outcome(findRoom(world, other(code), `zombie ${n}`))).toBe("room_not_found");
		expect(await outcome(findRoom(world, code, "failed lately"))).toBe("rate_limited");
		expect(await outcome(findRoom(world, code, "zombie 7"))).toBe("rate_limited");
		expect(await outcome(findRoom(world, code, "never failed"))).toBe("found");
		expect(await outcome(findRoom(world, other(code), "a first mistake"))).toBe("room_not_found");
		wait(2 * 3_600 + 1);
		expect(await outcome(findRoom(world, code, "failed lately"))).toBe("found");
	});
});
