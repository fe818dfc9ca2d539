// A server program for tests that never outlives the process that started it, however that ends.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { tmpdir } from "node:os";

/**
 * Runs "$@" until it ends or until standard input closes, which it does when the process that holds its other end has gone, killed or not;
 * then what the program kept goes with it.
 */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
echo "pid $child"
(
	cat <&3 >/dev/null
	trap "" TERM
	kill -TERM $child; kill -INT $child
	n=0; while kill -0 $child && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
	kill -KILL $child
	[ -z "$PLACE" ] || rm -rf "$PLACE"
) >/dev/null 2>&1 &
watch=$!
wait $child
code=$?
kill $watch
exit $code
`;

/** Milliseconds in which a program must say that it is ready, or have ended. */
const patience = 120_000;

/** A free port, below those that the system hands out for outgoing connections. */
export async function freePort() {
	for (;;) {
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		const free = await new Promise((answer) => {
			const probe = createServer();
			probe.once("error", () => answer(false));
			probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => answer(true)));
		});
		if (free) return port;
	}
}

/**
 * Starts `program` in the folder `place` and answers once its output matches `ready`: `{pid, ended, stop}`. `stop(signal)` sends it that signal and
 * answers when it has ended. Rejects with its output when it ends before it is ready. Should this process end first, `place` is removed.
 */
export function throwAway(program, args, { ready, place = "", user = {} }) {
	return new Promise((resolve, reject) => {
		const shell = spawn("/bin/sh", ["-c", guard, "guard", program, ...args], {
			cwd: place || tmpdir(),
			env: { ...process.env, PLACE: place },
			stdio: ["pipe", "pipe", "pipe"],
			detached: true,
			...user,
		});
		let output = "";
		const ended = new Promise((done) => shell.once("exit", done));
		const late = setTimeout(() => shell.stdin.end(), patience);
		const hear = (chunk) => {
			if (!ready.test(output)) output += chunk;
			const pid = Number(/^pid (\d+)$/m.exec(output)?.[1]);
			if (!pid || !ready.test(output)) return;
			clearTimeout(late);
			resolve({
				pid,
				ended,
				async stop(signal = "SIGTERM") {
					if (shell.exitCode !== null) return;
					process.kill(pid, signal);
					const hard = setTimeout(() => process.kill(pid, "SIGKILL"), patience);
					await ended;
					clearTimeout(hard);
					shell.stdin.destroy();
				},
			});
		};
		// The program's end is told by its shell; what it says after that is nobody's business.
		for (const stream of [shell.stdout, shell.stderr]) stream.setEncoding("utf8").on("data", hear);
		shell.stdin.on("error", () => {});
		shell.once("error", reject);
		ended.then((code) => {
			clearTimeout(late);
			shell.stdin.destroy();
			reject(new Error(`${program} ended with code ${code} before it was ready:\n${output}`));
		});
	});
}
