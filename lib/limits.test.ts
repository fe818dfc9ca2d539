import { expect, test } from "vitest";
import { holdsNothing, mintOwner } from "@/lib/authority";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import type { Link, User, World } from "@/lib/ports";
import { Refused, unavailable } from "@/lib/refused";
import { removeAccount } from "./accounts/change";
import { signIn } from "./accounts/sign-in";
import { newPolicy } from "./shares/policy";
import { unlockShare } from "./shares/unlock";
import { startVisit } from "./shares/visits";

const clock = { now: () => new Date("2026-03-01T12:00:00Z") };
const away = async () => {
	throw unavailable();
};
const link = { id: 1, code: "c", ownerId: "o", itemId: 1, kind: "song", contextId: null, policy: newPolicy(3), endedAt: null } as Link;
const ada = { id: "o", username: "ada", passwordHash: "hash" } as User;
/** Only what these verbs ask. Budgets and arithmetic are the real ones. */
const world = (given: object) =>
	({
		clock,
		limiter: memoryLimiter(clock),
		secrets: { visit: "salt" },
		shares: { byCode: async () => link },
		passwords: { verify: async (_: unknown, password: string) => password === "right" },
		...given,
	}) as unknown as World;

/** How each of these tries ended. */
async function ends(times: number, work: () => Promise<unknown>): Promise<string[]> {
	const codes = new Set<string>();
	for (let time = 0; time < times; time++) {
		codes.add(
			await work().then(
				() => "done",
				(error: unknown) => (error instanceof Refused ? error.code : String(error)),
			),
		);
	}
	return [...codes];
}

test("visits that we could not begin cost a visitor none of theirs", async () => {
	const visits = { create: away as World["visits"]["create"] };
	const here = world({ visits });
	const begin = () => startVisit(here, "c", { owner: null, address: "a", userAgent: "", holds: holdsNothing }, undefined);
	expect(await ends(100, begin)).toEqual(["unavailable"]);
	visits.create = async (visit) => ({ ...visit, playCount: 0 });
	expect(await ends(20, begin)).toEqual(["done"]);
	expect(await ends(1, begin)).toEqual(["rate_limited"]);
});

test("sign-ins that we could not look at are no failures; wrong passwords are", async () => {
	const users = { byEmail: away as World["users"]["byEmail"] };
	const here = world({ users });
	const enter = (password: string) => () => signIn(here, { email: "ada@example.test", password }, "a");
	expect(await ends(100, enter("right"))).toEqual(["unavailable"]);
	users.byEmail = async () => ada;
	expect(await ends(50, enter("right"))).toEqual(["done"]);
	expect(await ends(10, enter("wrong"))).toEqual(["invalid_credentials"]);
	expect(await ends(1, enter("right"))).toEqual(["rate_limited"]);
});

test("a password that we could not look at is no wrong one", async () => {
	const passwords = { verify: away as World["passwords"]["verify"] };
	const here = world({ passwords });
	const remove = () => removeAccount(here, mintOwner(ada), { currentPassword: "wrong", username: undefined });
	expect(await ends(100, remove)).toEqual(["unavailable"]);
	passwords.verify = async () => false;
	expect(await ends(10, remove)).toEqual(["bad_input"]);
	expect(await ends(1, remove)).toEqual(["rate_limited"]);
});

test("wrong passwords of a link are counted by address and by link, right ones and our own faults are not", async () => {
	const locked = { ...link, policy: { ...newPolicy(3), passwordHash: "hash" } };
	const passwords = { verify: away as World["passwords"]["verify"] };
	const shares = { byCode: async () => locked, note: async () => {} };
	const here = world({ shares, passwords, secrets: { grant: "ab".repeat(32) } });
	const unlock = (password: string, address: string) => () =>
		unlockShare(here, "c", { owner: null, address, userAgent: "", holds: holdsNothing }, password);
	expect(await ends(50, unlock("right", "a"))).toEqual(["unavailable"]);
	passwords.verify = async (_, password) => password === "right";
	expect(await ends(50, unlock("right", "a"))).toEqual(["done"]);
	expect(await ends(5, unlock("wrong", "a"))).toEqual(["wrong_password"]);
	expect(await ends(1, unlock("right", "a"))).toEqual(["rate_limited"]);
	for (let other = 0; other < 19; other++) expect(await ends(5, unlock("wrong", `b${other}`))).toEqual(["wrong_password"]);
	expect(await ends(1, unlock("right", "c"))).toEqual(["rate_limited"]);
});
