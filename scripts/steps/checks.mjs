// The steps of `npm test`. Each answers `{passed, failed}` or throws.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, buildEnv } from "./build.mjs";
import { chromium } from "./chromium.mjs";
import { within } from "./paths.mjs";
import { Complaint, runNode } from "./run.mjs";
import { counted, countPlaywright, countVitest } from "./tally.mjs";

const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };

const services = ["TEST_POSTGRES_URL", "TEST_REDIS_URL", "TEST_S3_URL", "TEST_PYTHON"];

/** Without the services the tests that need them are skipped, which was said loudly and is no failure then. */
const countAs = (count) => (report) => count(report, { maySkip: services.some((name) => !process.env[name]) });

/** Runs a program of node_modules with its output in sight. */
const tool = (name, args, env = {}) =>
	runNode([within("node_modules", name), ...args], { env: { ...process.env, ...colours, ...env }, show: true });

const one = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Format and lint; a warning is an error. */
export const format = async () =>
	one(await tool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", `--colors=${process.stdout.isTTY ? "force" : "off"}`]));

/** Types, those of the routes included, which Next writes down first. */
export async function types() {
	const typegen = await runNode([within("node_modules/next/dist/bin/next"), "typegen"], { env: buildEnv() });
	if (typegen.code !== 0) throw new Complaint(`next typegen failed.\n${typegen.output}`);
	return one(await tool("typescript/bin/tsc", ["--noEmit"]));
}

/** A Vitest project, whole or the files whose path contains one of `filters`. */
export function vitest(project, filters) {
	const report = within(`test-results/${project}.json`);
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	return counted(report, countAs(countVitest), () => tool("vitest/vitest.mjs", ["run", "--project", project, ...reporters, ...filters]));
}

/** A build that sees no setting and finds no data folder; it must leave it so, and must not edit what it builds. */
export async function buildUnaware() {
	const place = mkdtempSync(join(tmpdir(), "passalong-build-"));
	const config = readFileSync(within("tsconfig.json"), "utf8");
	try {
		await build({ env: { ...buildEnv(), DATA_DIR: join(place, "data") }, always: true });
		if (existsSync(join(place, "data"))) throw new Complaint("The build made the data folder: a module touches it when it is imported.");
		if (readFileSync(within("tsconfig.json"), "utf8") !== config)
			throw new Complaint("next build rewrote tsconfig.json: commit its version.");
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
	return { passed: 1, failed: 0 };
}

/** End-to-end tests, in the browser that this machine has or can get. */
export async function endToEnd(filters) {
	const report = within("test-results/e2e.json");
	const env = { CHROMIUM: await chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
	return counted(report, countAs(countPlaywright), () => tool("@playwright/test/cli.js", ["test", ...filters], env));
}
