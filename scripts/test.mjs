// `npm test`: everything, from a clean checkout, without standard input. The last line is "N passed, N failed".
// While working, `npm test -- unit`, or `npm test -- e2e gate`, runs one part, or the files of it whose path has that word.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseOldNode } from "./steps/node.mjs";

refuseOldNode();
const { Complaint, script, seconds } = await import("./steps/run.mjs");
const { generate, install } = await import("./steps/install.mjs");
const { build } = await import("./steps/build.mjs");
const { buildUnaware, endToEnd, format, types, vitest } = await import("./steps/checks.mjs");
const { startServices } = await import("./steps/services.mjs");

// One folder for whatever tests, servers and browsers leave behind, also when they are interrupted.
process.env.TMPDIR = mkdtempSync(join(tmpdir(), "passalong-test-"));
// PostgreSQL, which runs as somebody else where we are root, must get through to its own.
chmodSync(process.env.TMPDIR, 0o711);
process.on("exit", () => rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 3 }));

const [only, ...filters] = process.argv.slice(2);

const steps = [
	{ name: "format", work: format },
	{ name: "types", work: types },
	{ name: "unit", work: () => vitest("unit", filters), needsServices: true },
	{ name: "build", work: buildUnaware },
	// Before anything asks a server: two slugs of different names at one level build well and die at the start.
	{ name: "start-up", work: () => vitest("start-up", filters), needsBuild: true, needsServices: true },
	{ name: "contract", work: () => vitest("contract", filters), needsBuild: true, needsServices: true },
	{ name: "cluster", work: () => vitest("cluster", filters), needsBuild: true, needsServices: true },
	{ name: "e2e", work: () => endToEnd(filters), needsBuild: true, needsServices: true },
];

/** A PostgreSQL, a Redis, an S3 store and a Python for the tests, from when they are begun. */
let started = null;

/** Tells the tests by the environment where they are. */
async function services() {
	const { postgresUrl, redisUrl, s3Url, python } = await started;
	const found = { TEST_POSTGRES_URL: postgresUrl, TEST_REDIS_URL: redisUrl, TEST_S3_URL: s3Url, TEST_PYTHON: python };
	for (const [name, value] of Object.entries(found)) process.env[name] = value ?? "";
	return { passed: 0, failed: 0 };
}

const total = { passed: 0, failed: 0 };
const summary = [];

async function take({ name, work }) {
	console.log(`\n== ${name}`);
	const start = performance.now();
	let result;
	try {
		result = await work();
	} catch (error) {
		console.error(error instanceof Complaint ? error.message : error);
		result = { passed: 0, failed: 1 };
	}
	total.passed += result.passed;
	total.failed += result.failed;
	summary.push(`${name.padEnd(10)} ${result.passed} passed, ${result.failed} failed, ${seconds(start)}`);
	return result.failed === 0;
}

await script(async () => {
	const chosen = only ? steps.filter(({ name }) => name === only) : steps;
	if (chosen.length === 0) throw new Complaint(`"${only}" is none of ${steps.map(({ name }) => name).join(", ")}.`);
	// Begun at once: Debian's packages, where they are missing, come in while npm's do.
	if (chosen.some(({ needsServices }) => needsServices)) started = startServices({ postgres: true, redis: true, s3: true, python: true });
	started?.catch(() => {}); // Told by the step that waits for it.
	const prepared = await take({
		name: "install",
		work: async () => {
			await install();
			await generate();
			if (only && chosen[0]?.needsBuild) await build();
			return { passed: 0, failed: 0 };
		},
	});
	let built = true;
	if (prepared && started) await take({ name: "services", work: services });
	for (const step of prepared ? chosen : []) {
		if (step.needsBuild && !built) {
			await take({ ...step, work: () => Promise.reject(new Complaint("Not run, because there is no build to run it on.")) });
			continue;
		}
		const passed = await take(step);
		if (step.name === "build") built = passed;
	}
});

await (await started?.catch(() => null))?.stop();
console.log(`\n${summary.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
