// How many tests passed and failed, from the reports that the runners write.
import { existsSync, readFileSync, rmSync } from "node:fs";

/** Counts of Vitest's JSON report. A test that was skipped (unless `maySkip`), and a file that could not even be loaded, are failures. */
export function countVitest(report, { maySkip = false } = {}) {
	const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
	const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = report;
	return withNothingFound({ passed: numPassedTests, failed: numFailedTests + (maySkip ? 0 : numPendingTests) + numTodoTests + broken });
}

/** Counts of Playwright's JSON report. Skipped (unless `maySkip`), flaky, and errors outside of any test are failures. */
export function countPlaywright(report, { maySkip = false } = {}) {
	const { expected, unexpected, flaky, skipped } = report.stats;
	return withNothingFound({ passed: expected, failed: unexpected + flaky + (maySkip ? 0 : skipped) + report.errors.length });
}

/** Nothing to run is a mistake in a pattern or a folder, never a success. */
const withNothingFound = ({ passed, failed }) => ({ passed, failed: passed + failed === 0 ? 1 : failed });

/**
 * Runs `work`, which writes a report to `file` and answers `{code}`, and counts. No report, or one that shows no failure though
 * the runner says that it failed (a hook, a tear-down), counts as one failure.
 */
export async function counted(file, count, work) {
	rmSync(file, { force: true });
	const { code } = await work();
	const { passed, failed } = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1 };
	return { passed, failed: code !== 0 ? Math.max(1, failed) : failed };
}
