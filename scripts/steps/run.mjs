// Running other programs, and telling people in plain lines what is happening.
import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** Something a person can put right: shown as it stands, without a stack. */
export class Complaint extends Error {}

/** How people and machines ask a program to end. */
export const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Programs get a group of their own, so that what they started ends with them. */
const grouped = process.platform !== "win32";
const running = new Set();

function signalGroup(child, signal) {
	try {
		if (grouped) process.kill(-child.pid, signal);
		else child.kill(signal);
	} catch (error) {
		if (error.code !== "ESRCH") throw error;
	}
}

/** Milliseconds for a program to end in order. npm would take half a minute to undo what is to be done again anyway. */
const grace = 3_000;
let stopping = false;

for (const signal of endings)
	process.on(signal, () => {
		if (stopping) return; // Ctrl-C comes twice: from the terminal and from npm.
		stopping = true;
		for (const child of running) signalGroup(child, signal);
		const end = () => {
			for (const child of running) signalGroup(child, "SIGKILL");
			process.exit(signal === "SIGINT" ? 130 : 143);
		};
		if (running.size === 0) end();
		setTimeout(end, grace);
		for (const child of running) child.on("close", () => running.size === 0 && end());
	});

/**
 * Runs a program in the project's folder without standard input and answers `{code, output}`, both streams in one text.
 * `show` lets its output through as well. After `timeout` milliseconds it is killed. A program that cannot be started has code 127.
 */
export function run(program, args, { env = process.env, show = false, timeout } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: grouped });
		let output = "";
		const keep = (stream) => (chunk) => {
			output += chunk;
			if (show) stream.write(chunk);
		};
		child.stdout.setEncoding("utf8").on("data", keep(process.stdout));
		child.stderr.setEncoding("utf8").on("data", keep(process.stderr));
		const late = timeout && setTimeout(() => signalGroup(child, "SIGKILL"), timeout);
		const done = (code) => {
			clearTimeout(late);
			running.delete(child);
			if (!stopping) resolve({ code, output });
		};
		child.on("error", (error) => {
			output += error.message;
			done(127);
		});
		child.on("close", (code) => done(code ?? 1));
		if (child.pid) running.add(child);
	});
}

/** Runs one of the project's own Node programs, as `run` does. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Seconds since `start` (of performance.now()), as people read them. */
export function seconds(start) {
	const passed = (performance.now() - start) / 1000;
	return passed < 10 ? `${passed.toFixed(1)} s` : `${Math.round(passed)} s`;
}

/** Does `work` under a line that says what it is and, at the end, how long it took: "Installing packages … 63 s". */
export async function step(name, work) {
	const start = performance.now();
	process.stdout.write(`${name} … `);
	try {
		const result = await work();
		console.log(seconds(start));
		return result;
	} catch (error) {
		console.log(`failed after ${seconds(start)}`);
		throw error;
	}
}

/** Runs a whole script; a Complaint ends it with its words and code 1. */
export async function script(main) {
	try {
		await main();
	} catch (error) {
		if (!(error instanceof Complaint)) throw error;
		console.error(`\n${error.message}`);
		process.exit(1);
	}
}

/** The end of a program's output, where it says what went wrong. */
export const lastLines = (output, count = 30) => output.trimEnd().split("\n").slice(-count).join("\n");
