import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { counted, countPlaywright, countVitest } from "./steps/tally.mjs";

const file = (status, tests) => ({ status, assertionResults: Array.from({ length: tests }, () => ({})) });
const vitest = (counts) => ({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...counts });
const playwright = (counts) => ({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...counts }, errors: [] });

test("passed and failed tests are counted", () => {
	expect(countVitest(vitest({ numPassedTests: 3, numFailedTests: 2, testResults: [file("failed", 5)] }))).toEqual({ passed: 3, failed: 2 });
	expect(countPlaywright(playwright({ expected: 4, unexpected: 1 }))).toEqual({ passed: 4, failed: 1 });
});

test("a skipped, postponed or flaky test is a failure", () => {
	expect(countVitest(vitest({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }))).toEqual({ passed: 3, failed: 2 });
	expect(countPlaywright(playwright({ expected: 3, skipped: 1, flaky: 1 }))).toEqual({ passed: 3, failed: 2 });
});

test("a skipped test is none where what it needs cannot be had", () => {
	expect(countVitest(vitest({ numPassedTests: 3, numPendingTests: 1 }), { maySkip: true })).toEqual({ passed: 3, failed: 0 });
	expect(countPlaywright(playwright({ expected: 3, skipped: 1, flaky: 1 }), { maySkip: true })).toEqual({ passed: 3, failed: 1 });
});

test("a file that cannot be loaded is a failure", () => {
	expect(countVitest(vitest({ numPassedTests: 1, testResults: [file("failed", 0), file("passed", 1)] })).failed).toBe(1);
	expect(countPlaywright({ ...playwright({ expected: 1 }), errors: [{}] }).failed).toBe(1);
});

test("finding no test is a failure", () => {
	expect(countVitest(vitest({}))).toEqual({ passed: 0, failed: 1 });
	expect(countPlaywright(playwright({}))).toEqual({ passed: 0, failed: 1 });
});

const folder = mkdtempSync(join(tmpdir(), "passalong-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));
const report = join(folder, "report.json");
const writing = (code) => async () => {
	writeFileSync(report, JSON.stringify(vitest({ numPassedTests: 2 })));
	return { code };
};

test("a runner's word that it failed counts, though no test did", async () => {
	expect(await counted(report, countVitest, writing(0))).toEqual({ passed: 2, failed: 0 });
	expect(await counted(report, countVitest, writing(1))).toEqual({ passed: 2, failed: 1 });
});

test("a runner that leaves no report has failed; the last run's report does not speak for it", async () => {
	await writing(0)();
	expect(await counted(report, countVitest, async () => ({ code: 0 }))).toEqual({ passed: 0, failed: 1 });
});
