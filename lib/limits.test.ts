import { expect, test } from "vitest";
import { mintOwner } from "@/lib/authority";
import { memoryLimiter } from "@/lib/drivers/memory/limiter";
import type { Link, User, World } from "@/lib/ports";
import { Refused, unavailable } from "@/lib/refused";
import { removeAccount } from "./accounts/change";
import { signIn } from "./accounts/sign-in";
import { startVisit } from "./shares/visits";

const clock = { now: () => new Date("2026-03-01T12:00:00Z") };
const away = async () => {
	throw unavailable();
};
const policy = { isActive: true, startsAt: null, expiresAt: null, playLimit: 3 };
const link = { id: 1, code: "c", ownerId: "o", itemId: 1, kind: "song", contextId: null, policy, endedAt: null } as Link;
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
	const begin = () => startVisit(here, "c", { owner: null, address: "a", userAgent: "" }, undefined);
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
