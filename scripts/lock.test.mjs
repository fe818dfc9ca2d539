import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingFromLock } from "./lock.mjs";
import { within } from "./steps/paths.mjs";

const lock = JSON.parse(readFileSync(within("package-lock.json"), "utf8"));

test("the lock has an entry for every optional dependency, so that `npm ci` takes it on every platform (npm run lock)", () => {
	expect(missingFromLock(lock)).toEqual([]);
});

test("a missing one is found", () => {
	const [path] = Object.keys(lock.packages).filter((path) => path.includes("@next/swc-"));
	const { [path]: _, ...packages } = lock.packages;
	expect(missingFromLock({ packages }).map((entry) => entry.path)).toEqual([path]);
});

test("the lock says nothing of where packages were downloaded", () => {
	const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved);
	expect(resolved.map(([path]) => path)).toEqual([]);
	expect(JSON.stringify(Object.values(lock.packages).map((entry) => entry.version))).not.toContain("://");
});
