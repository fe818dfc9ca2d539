// The server as a child of a script: it gets the signals we get, and we end as it ends.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { resolve } from "node:path";
import { root } from "./paths.mjs";
import { endings } from "./run.mjs";

/** Runs a bundled server until it ends, then ends this process with its exit code. */
export function serve(bundle, { args = [], env = process.env } = {}) {
	// A group of its own: Ctrl-C reaches every program of the terminal's group, npm passes it on once more, and a server that is
	// told twice takes it for impatience. So the signal goes by way of us, and what comes within a second is the same one.
	const server = spawn(process.execPath, ["--enable-source-maps", resolve(root, bundle), ...args], {
		cwd: root,
		env,
		stdio: ["ignore", "inherit", "inherit"],
		detached: process.platform !== "win32",
	});
	let passedOn = Number.NEGATIVE_INFINITY;
	for (const signal of endings) {
		process.removeAllListeners(signal);
		process.on(signal, () => {
			if (performance.now() - passedOn < 1000) return;
			passedOn = performance.now();
			server.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
		});
	}
	server.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
