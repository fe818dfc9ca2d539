import { expect, test } from "vitest";
import { readAnswer } from "@/components/api";
import type { RoomEvent } from "./state";
import { votesSaid } from "./votes-said";

/** Votes to a server that refuses what `refuses` says, by the method and the vote; answers what it was asked and what the page was told in the end. */
function said(refuses: (call: string) => boolean, now = 1) {
	const asked: string[] = [];
	const shown = new Map<string, unknown>();
	const why: string[] = [];
	const ask = async (method: string, _path: string, body: object) => {
		const call = [method, ...Object.values(body)].join(" ");
		asked.push(call);
		return refuses(call) ? readAnswer<unknown>(409, '{"success":false,"error":"No"}') : readAnswer<unknown>(200, "{}");
	};
	const tell = (event: RoomEvent) => event.type === "vote" && shown.set(event.key, event.value);
	const line = votesSaid(
		ask,
		tell,
		(game) => game === now,
		(message) => why.push(message),
	);
	return { ...line, asked, shown, why };
}

test("a refused vote is undone", async () => {
	const { vote, whenSaid, shown, why } = said(() => true);
	vote(1, "votes", "m1", null, 3);
	expect(shown.get("m1")).toBe(3);
	await whenSaid();
	expect(shown.get("m1")).toBeNull();
	expect(why).toEqual(["No"]);
});

test("a refused vote leaves the one after it alone", async () => {
	const { vote, whenSaid, shown } = said((call) => call.endsWith(" 3"));
	vote(1, "votes", "m1", null, 3);
	vote(1, "votes", "m1", 3, 5);
	await whenSaid();
	expect(shown.get("m1")).toBe(5);
});

test("when all of them are refused, what the server has is shown", async () => {
	const { vote, whenSaid, shown } = said(() => true);
	vote(1, "votes", "m1", 2, 3);
	vote(1, "votes", "m1", 3, 5);
	await whenSaid();
	expect(shown.get("m1")).toBe(2);
});

test("the vote on a pair is taken back before another is given", async () => {
	const { vote, whenSaid, shown, asked } = said(() => false);
	vote(1, "pairVotes", "0:1", "m1", "m2");
	await whenSaid();
	expect(asked).toEqual(["DELETE 0 1", "POST 0 1 m2"]);
	expect(shown.get("0:1")).toBe("m2");
});

test("a vote on a pair that was taken back is not shown when the next one is refused", async () => {
	const { vote, whenSaid, shown } = said((call) => call.startsWith("POST"));
	vote(1, "pairVotes", "0:1", "m1", "m2");
	await whenSaid();
	expect(shown.get("0:1")).toBeNull();
});

test("a vote on a pair that cannot be taken back stands", async () => {
	const { vote, whenSaid, shown, asked } = said((call) => call.startsWith("DELETE"));
	vote(1, "pairVotes", "0:1", "m1", "m2");
	await whenSaid();
	expect(asked).toEqual(["DELETE 0 1"]);
	expect(shown.get("0:1")).toBe("m1");
});

test("a vote that waited until its vote was over is not said in the next", async () => {
	const { vote, whenSaid, asked } = said(() => false, 2);
	vote(1, "votes", "m1", null, 3);
	await whenSaid();
	expect(asked).toEqual([]);
});
