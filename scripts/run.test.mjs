import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { within } from "./steps/paths.mjs";
import { run, runNode } from "./steps/run.mjs";

test("a program's two streams and its exit code come back", async () => {
	const { code, output } = await runNode(["-e", "console.log('out'); console.error('err'); process.exitCode = 3"]);
	expect(code).toBe(3);
	expect(output.split("\n").sort()).toEqual(["", "err", "out"]);
});

test("a program that does not exist has code 127", async () => {
	expect((await run("no-such-program-anywhere", [])).code).toBe(127);
});

test("a program that takes too long is ended, with what it started", { timeout: 120_000 }, async () => {
	// Long enough for two programs to begin on a machine with too much to do.
	const { code, output } = await runNode(["-e", sleeper], { timeout: 8_000 });
	expect(code).not.toBe(0);
	await expectGone(output);
});

test.concurrent.each(["SIGINT", "SIGTERM", "SIGHUP"])(
	"%s to a script ends the step under way, with what it started",
	{ timeout: 120_000 },
	async (signal) => {
		const source = `import(${JSON.stringify(within("scripts/steps/run.mjs"))})
		.then(({ runNode }) => runNode(["-e", ${JSON.stringify(sleeper)}], { show: true }))
		.then(() => console.log("the script went on"))`;
		const script = spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "inherit"] });
		let output = "";
		script.stdout.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
		while (!output.includes("\n")) await once(script.stdout, "data");
		script.kill(signal);
		script.kill(signal);
		const [code] = await once(script, "close");
		expect(code).toBe(signal === "SIGINT" ? 130 : 143);
		expect(output).not.toContain("went on");
		await expectGone(output);
	},
);

test.concurrent.each(["SIGINT", "SIGTERM"])(
	"a server gets %s once, however often it came, and the script ends with its exit code",
	async (signal) => {
		const deaf = `process.on("${signal}", () => { console.log("got ${signal}"); setTimeout(() => process.exit(7), 300); }); setInterval(() => {}, 1000); console.log("up");`;
		const folder = mkdtempSync(join(tmpdir(), "passalong-serve-"));
		writeFileSync(join(folder, "server.mjs"), deaf);
		const source = `import(${JSON.stringify(within("scripts/steps/serve.mjs"))}).then(({ serve }) => serve(${JSON.stringify(join(folder, "server.mjs"))}))`;
		const script = spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "inherit"] });
		let output = "";
		script.stdout.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
		while (!output.includes("up")) await once(script.stdout, "data");
		script.kill(signal);
		await once(script.stdout, "data");
		script.kill(signal);
		const [code] = await once(script, "close");
		rmSync(folder, { recursive: true });
		expect(code).toBe(7);
		expect(output).toBe(`up\ngot ${signal}\n`);
	},
);

/** A program that starts another one, prints both process ids, and has no intention of ending; it is deaf to polite requests. */
const sleeper = `
	const sleep = "for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {}); setInterval(() => {}, 1000);";
	const child = require("node:child_process").spawn(process.execPath, ["-e", sleep + "process.stdout.write('up')"], { stdio: ["ignore", "pipe", "ignore"] });
	child.stdout.once("data", () => console.log(process.pid, child.pid));
	eval(sleep);
`;

/** Waits, as long as the test may take, until both processes that the sleeper named are gone. */
async function expectGone(output) {
	const ids = output.trim().split(" ").map(Number);
	expect(ids).toHaveLength(2);
	while (ids.some(alive)) await wait(20);
}

/** Whether a process does anything: one that ended and waits for its parent to notice (Linux: state Z) does not. */
function alive(id) {
	try {
		process.kill(id, 0);
		return process.platform !== "linux" || !/\) Z /.test(readFileSync(`/proc/${id}/stat`, "utf8"));
	} catch {
		return false;
	}
}
