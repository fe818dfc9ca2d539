import fc from "fast-check";
import { expect, test } from "vitest";
import { champion, decided, drawn, paired, standings } from "./bracket";
import type { Pair } from "./room";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 1}`);

/** Plays a tournament of so many films, each vote by chance. */
function played(count: number, voters: number, chance: () => boolean): Pair[][] {
	const rounds = [paired(drawn("seed", ids(count), (id) => id))];
	for (;;) {
		const last = rounds.length - 1;
		const round = (rounds[last] ?? []).map((pair) => {
			const { second } = pair;
			if (second === null) return pair;
			const votes = Array.from({ length: voters }, (_, index) => [`p${index + 1}`, chance() ? pair.first : second]);
			return { ...pair, votes: Object.fromEntries(votes) };
		});
		rounds[last] = decided(round, `seed:${last}`);
		if (champion(rounds) !== null) return rounds;
		rounds.push(paired(rounds[last].flatMap(({ winner }) => winner ?? [])));
	}
}

test("any tournament has one champion, who won every pair it was in, and ranks every film once", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 50 }),
			fc.integer({ min: 0, max: 6 }),
			fc.infiniteStream(fc.boolean()),
			(count, voters, chances) => {
				const rounds = played(count, voters, () => chances.next().value === true);
				expect(rounds).toHaveLength(Math.ceil(Math.log2(count)));
				const winner = champion(rounds);
				for (const [index, round] of rounds.entries()) {
					expect(round.filter(({ second }) => second === null).length).toBeLessThanOrEqual(1);
					for (const pair of round) expect([pair.first, pair.second]).toContain(pair.winner);
					const standing = round.flatMap(({ first, second }) => [first, second ?? []].flat());
					const before = index === 0 ? ids(count) : (rounds[index - 1] ?? []).map(({ winner }) => winner ?? "");
					expect(standing.sort()).toEqual([...before].sort());
					expect(round.map(({ winner }) => winner)).toContain(winner);
				}
				const order = standings(
					ids(count).map((id) => ({ id, title: id })),
					rounds,
				).map(({ movie }) => movie.id);
				expect(order[0]).toBe(winner);
				expect([...order].sort()).toEqual(ids(count).sort());
			},
		),
		{ numRuns: 60 },
	);
});

test("a tie is decided by the draw: always alike for one room, and not always alike for all", () => {
	const [pair] = paired(["a", "b"]);
	const tie = { ...(pair as Pair), votes: { p1: "a", p2: "b" } };
	const winners = Array.from({ length: 40 }, (_, room) => decided([tie], `room ${room}`)[0]?.winner);
	expect(new Set(winners)).toEqual(new Set(["a", "b"]));
	expect(Array.from({ length: 40 }, (_, room) => decided([tie], `room ${room}`)[0]?.winner)).toEqual(winners);
});

test("the draw gives every film its place, by the room's own chance", () => {
	const all = ids(50);
	const [one, other] = [drawn("one", all, (id) => id), drawn("other", all, (id) => id)];
	expect([...one].sort()).toEqual([...all].sort());
	expect(one).not.toEqual(all);
	expect(one).not.toEqual(other);
	expect(drawn("one", [...all].reverse(), (id) => id)).toEqual(one);
});

test("the results of a tournament say which part of the votes each film won", () => {
	const rounds: Pair[][] = [
		[
			{ first: "a", second: "b", votes: { p1: "a", p2: "a", p3: "b", p4: "a" }, winner: "a" },
			{ first: "c", second: null, votes: {}, winner: "c" },
		],
		[{ first: "a", second: "c", votes: { p1: "c", p2: "c" }, winner: "c" }],
	];
	const rows = standings(
		["a", "b", "c"].map((id) => ({ id, title: id })),
		rounds,
	);
	expect(rows.map(({ movie, compatibility, count }) => [movie.id, compatibility, count])).toEqual([
		["c", 100, 2],
		["a", 50, 3],
		["b", 25, 1],
	]);
});
