import { expect, test } from "vitest";
import { turns } from "./turns";

/** A piece of work that ends when it is told to. */
function piece() {
	let end = () => {};
	const done = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { done, end };
}

test("what takes all places waits for them, and what came later waits behind it", async () => {
	const inTurn = turns(2);
	const log: string[] = [];
	const [one, two, large, last] = [piece(), piece(), piece(), piece()];
	const run = (name: string, takes: number, { done }: ReturnType<typeof piece>) =>
		inTurn(takes, () => {
			log.push(name);
			return done;
		});
	const all = [run("one", 1, one), run("two", 1, two), run("large", 9, large), run("last", 1, last)];
	await Promise.resolve();
	expect(log).toEqual(["one", "two"]);
	one.end();
	await all[0];
	expect(log).toEqual(["one", "two"]);
	two.end();
	await all[1];
	await Promise.resolve();
	expect(log).toEqual(["one", "two", "large"]);
	large.end();
	await all[2];
	last.end();
	await all[3];
	expect(log).toEqual(["one", "two", "large", "last"]);
});

test("work that fails gives its place back", async () => {
	const inTurn = turns(1);
	await expect(inTurn(1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
	expect(await inTurn(1, async () => "next")).toBe("next");
});
