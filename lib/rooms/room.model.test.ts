import fc from "fast-check";
import { expect, test } from "vitest";
import { roomWorld } from "@/e2e/support/room-world";
import { toSessionData } from "@/lib/contracts/room";
import { sessionData } from "@/lib/live/events";
import { isRefused } from "@/lib/refused";
import { saveBallot } from "./ballot";
import { roomNow } from "./change";
import { createRoom } from "./create";
import { closeRound, finishVote } from "./finish";
import { handOver } from "./hand-over";
import { joinRoom } from "./join";
import { grace, isConnected, isPresent, type Mode, type Room } from "./room";
import { startGame } from "./start";
import { leaveRoom, stayInRoom } from "./stay";
import { hostToken as currentHostToken, participantToken } from "./tokens";
import { castVote, takeBackVote } from "./vote";
import { takeBackPairVote, voteInPair } from "./vote-in-pair";

/** A room as simply as it can be told: who voted what, and who is there. */
type Model = {
	people: { id: string; connected: boolean; awaySince: number; said: boolean }[];
	votes: Map<string, number>;
	films: number;
	state: Room["state"];
	mode: Mode;
};
type Real = ReturnType<typeof roomWorld> & { code: string };
type Command = fc.AsyncCommand<Model, Real>;

const key = "5e".repeat(32);
const outcome = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error: unknown) => (isRefused(error) ? error.code : Promise.reject(error)),
	);
const roomOf = async ({ world, code }: Real) => (await roomNow(world, code)) ?? Promise.reject(new Error("The room is gone"));
const hostTokenNow = async (real: Real) => currentHostToken({ key, code: real.code, room: await roomOf(real) });
const tokenOf = async (real: Real, id: string) => participantToken({ key, code: real.code, room: await roomOf(real) }, id);

/** What a score is worth, told once more: 1 is a veto, the others a quarter each. */
function plainly(model: Model, film: string): { compatibility: number; count: number; vetoes: number } {
	const scores = [...model.votes].flatMap(([of, score]) => (of.endsWith(` ${film}`) ? [score] : []));
	const vetoes = scores.filter((score) => score === 1).length;
	const count = scores.length - vetoes;
	const sum = scores.reduce((total, score) => total + (score - 1) * 25, 0);
	return { compatibility: count === 0 ? 0 : Math.round((sum / count) * (count / scores.length) ** 3.5), count, vetoes };
}

/** What holds in every state. */
async function invariants(model: Model, real: Real): Promise<void> {
	const room = await roomOf(real);
	const now = real.now();
	sessionData.parse(toSessionData(room, now));
	expect(room.state).toBe(model.state);
	expect(room.participants.map(({ id }) => id)).toEqual(model.people.map(({ id }) => id));
	for (const { id, connected } of model.people) {
		const there = room.participants.find((each) => each.id === id);
		expect(there && isConnected(there, now), `${id} is ${connected ? "here" : "away"}`).toBe(connected);
	}
	const host = room.participants.find(({ id }) => id === room.hostId);
	if (room.participants.some((each) => isConnected(each, now))) {
		const since = host ? host.seenUntil : room.createdAt;
		expect(since + grace > now, "somebody is the host who is here, or away for a moment").toBe(true);
	}
	if (room.mode === "classic" && room.state !== "lobby") {
		for (const { movie, ...result } of toSessionData(room, now).results) expect(result).toEqual(plainly(model, movie.id));
		expect(Object.values(room.votes).reduce((sum, given) => sum + Object.keys(given).length, 0)).toBe(model.votes.size);
	}
	if (room.mode !== "tournament" || room.state === "lobby") return;
	let expected = model.films;
	for (const [index, round] of room.rounds.entries()) {
		expect(round).toHaveLength(Math.ceil(expected / 2));
		expected = round.length;
		for (const pair of round) {
			for (const [id, choice] of Object.entries(pair.votes)) {
				expect(room.participants.some((each) => each.id === id)).toBe(true);
				expect([pair.first, pair.second]).toContain(choice);
			}
			if (index < room.rounds.length - 1) expect([pair.first, pair.second]).toContain(pair.winner);
		}
	}
	if (room.state !== "voting") return;
	const waitedFor = room.participants.filter((each) => isPresent(each, now));
	const open = (room.rounds.at(-1) ?? []).filter(({ winner }) => winner === null);
	const isOver = waitedFor.length > 0 && open.every(({ votes }) => waitedFor.every(({ id }) => id in votes));
	expect(isOver, "a round that waits for nobody is over").toBe(false);
}

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
	check: () => true,
	async run(model, real) {
		await run(model, real);
		// Whoever is there makes follow what follows from who is not: the beat of every process that has somebody in the room.
		const here = model.people.flatMap(({ id, connected }) => (connected ? [id] : []));
		await stayInRoom(real.world, real.code, new Set(here));
		const room = await roomOf(real);
		model.state = room.mode === "tournament" && model.state === "voting" ? room.state : model.state;
		await invariants(model, real);
	},
	toString: () => name,
});

const nobody = { id: "p0", connected: false, awaySince: 0, said: false };
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

const join = command("somebody joins", async (model, real) => {
	const { id } = await joinRoom(real.world, { sessionID: real.code, name: "Somebody" }, `address ${Math.random()}`);
	model.people.push({ ...nobody, id, connected: true });
});
const returns = (who: number, seat: number) =>
	command(`${who} comes back on way ${seat}`, async (model, real) => {
		const one = pick(model.people, who);
		if (!one) return;
		const again = await joinRoom(real.world, { sessionID: real.code, participantToken: await tokenOf(real, one.id) }, "back");
		expect(again.id).toBe(one.id);
		Object.assign(one, { connected: true, said: false });
	});
const goes = (who: number, saidSo: boolean) =>
	command(`${who} ${saidSo ? "leaves" : "loses the line"}`, async (model, real) => {
		const one = pick(model.people, who);
		if (!one) return;
		await leaveRoom(real.world, real.code, new Set([one.id]), { saidSo });
		Object.assign(one, { connected: false });
	});
const timePasses = (seconds: number) =>
	command(`${seconds} s pass`, async (model, real) => {
		// Sockets renew their leases all the time.
		for (let left = seconds; left > 0; left -= 5) {
			real.wait(Math.min(5, left));
			await stayInRoom(real.world, real.code, new Set(model.people.flatMap(({ id, connected }) => (connected ? [id] : []))));
		}
	});
const ballot = (count: number) =>
	command(`a ballot of ${count}`, async (model, real) => {
		const films = Array.from({ length: count }, (_, index) => ({ title: `Film ${index}` }));
		const ask = saveBallot(real.world, { sessionID: real.code, hostToken: await hostTokenNow(real), films }, "host");
		expect(await outcome(ask)).toBe(count < 2 ? "bad_input" : model.state === "voting" ? "room_started" : "done");
		if (count < 2 || model.state === "voting") return;
		Object.assign(model, { films: count, state: "lobby", votes: new Map() });
	});
const start = (mode: Mode) =>
	command(`${mode} begins`, async (model, real) => {
		const ask = startGame(real.world, { sessionID: real.code, hostToken: await hostTokenNow(real), mode }, "host");
		expect(await outcome(ask)).toBe(model.state === "voting" ? "room_started" : model.films < 2 ? "not_enough_movies" : "done");
		if (model.state !== "voting" && model.films >= 2) Object.assign(model, { state: "voting", mode, votes: new Map() });
	});
const vote = (who: number, film: number, score: number | null) =>
	command(`${who} votes ${score} on ${film}`, async (model, real) => {
		const { id } = pick(model.people, who) ?? nobody;
		const movieId = `m${film}`;
		const given = { sessionID: real.code, participantToken: await tokenOf(real, id), movieId };
		const ask = score === null ? takeBackVote(real.world, given, "voter") : castVote(real.world, { ...given, score }, "voter");
		const isOpen = model.state === "voting" && model.mode === "classic";
		const said = await outcome(ask);
		if (id === "p0") return expect(["not_participant", "rate_limited"]).toContain(said);
		expect(said).toBe(!isOpen ? "room_not_voting" : film > model.films ? "movie_unknown" : "done");
		if (said === "done" && score === null) model.votes.delete(`${id} ${movieId}`);
		if (said === "done" && score !== null) model.votes.set(`${id} ${movieId}`, score);
	});
const pairVote = (who: number, at: number, second: boolean, undo: boolean) =>
	command(`${who} votes in pair ${at}${undo ? ", and takes it back" : ""}`, async (model, real) => {
		const one = pick(model.people, who);
		const room = await roomOf(real);
		const roundIndex = room.rounds.length - 1;
		const pairs = (room.rounds.at(-1) ?? []).flatMap((pair, index) => (pair.second === null ? [] : [{ ...pair, index }]));
		const pair = pick(pairs, at);
		if (!one || !pair || model.state !== "voting" || model.mode !== "tournament") return;
		const given = { sessionID: real.code, participantToken: await tokenOf(real, one.id), roundIndex, pairIndex: pair.index };
		const winnerId = second ? (pair.second ?? "") : pair.first;
		expect(await outcome(voteInPair(real.world, { ...given, winnerId }, "voter"))).toBe(one.id in pair.votes ? "pair_voted" : "done");
		const waitedFor = room.participants.filter((each) => isPresent(each, real.now())).map(({ id }) => id);
		const missing = pairs.flatMap(({ index, votes }) =>
			waitedFor.filter((id) => !(id in votes) && !(id === one.id && index === pair.index)),
		);
		const after = await roomOf(real);
		const isOpen = after.rounds.length - 1 === roundIndex && after.state === "voting";
		expect(isOpen, "a round is over when everybody who is waited for has voted on all of it").toBe(
			waitedFor.length === 0 || missing.length > 0,
		);
		if (undo && isOpen) expect(await outcome(takeBackPairVote(real.world, given, "voter"))).toBe("done");
	});
const ends = (how: "finish" | "round") =>
	command(how, async (model, real) => {
		const given = { sessionID: real.code, hostToken: await hostTokenNow(real) };
		const room = await roomOf(real);
		const ask =
			how === "finish"
				? finishVote(real.world, given, "host")
				: closeRound(real.world, { ...given, roundIndex: room.rounds.length - 1 }, "host");
		const can = model.state === "voting" && (how === "finish" || model.mode === "tournament");
		expect(await outcome(ask)).toBe(can ? "done" : "room_not_voting");
		if (can) model.state = (await roomOf(real)).state;
	});
const anotherHost = (who: number) =>
	command(`${who} becomes the host`, async (model, real) => {
		const one = pick(model.people, who);
		if (!one) return;
		const [before, was] = [await hostTokenNow(real), (await roomOf(real)).hostId];
		const said = await outcome(handOver(real.world, { sessionID: real.code, hostToken: before, participantId: one.id }, "host"));
		expect(said).toBe(one.connected ? "done" : "bad_input");
		if (said !== "done" || was === one.id) return;
		expect((await roomOf(real)).hostId).toBe(one.id);
		expect(
			await outcome(handOver(real.world, { sessionID: real.code, hostToken: before, participantId: one.id }, `was host ${Math.random()}`)),
		).toBe("not_host");
	});

test("whatever people do in a room, in whatever order, it stays a room", { timeout: 240_000 }, async () => {
	const who = fc.nat(5);
	const commands = fc.commands(
		[
			fc.constant(join),
			fc.tuple(who, fc.nat(2)).map((given) => returns(...given)),
			fc.tuple(who, fc.boolean()).map((given) => goes(...given)),
			fc.constantFrom(1, 10, 31, 80).map(timePasses),
			fc.integer({ min: 1, max: 9 }).map(ballot),
			fc.constantFrom<Mode>("classic", "tournament").map(start),
			fc.tuple(who, fc.integer({ min: 1, max: 9 }), fc.option(fc.integer({ min: 1, max: 5 }))).map((given) => vote(...given)),
			fc.tuple(who, fc.nat(4), fc.boolean(), fc.boolean()).map((given) => pairVote(...given)),
			fc.constantFrom<"finish" | "round">("finish", "round").map(ends),
			who.map(anotherHost),
		],
		{ size: "+1", maxCommands: 60 },
	);
	const setting = roomWorld();
	await fc.assert(
		fc.asyncProperty(commands, async (cmds) => {
			const { code } = await createRoom(setting.world, { hostName: "Ada", mode: "classic" });
			const model: Model = { people: [], votes: new Map(), films: 0, state: "lobby", mode: "classic" };
			await fc.asyncModelRun(() => ({ model, real: { ...setting, code } }), cmds);
		}),
		{ numRuns: 60 },
	);
});
