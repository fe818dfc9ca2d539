// The processes around the measured server: the generator of load and the floor beneath it.
import { fork } from "node:child_process";
import { within } from "../scripts/steps/paths.mjs";
import { Complaint } from "../scripts/steps/run.mjs";

function start(file) {
	const child = fork(within("bench", file));
	process.on("exit", () => child.kill("SIGKILL"));
	const answer = () =>
		new Promise((resolve, reject) => {
			const ended = () => reject(new Complaint(`${file} ended.`));
			child.once("exit", ended);
			child.once("message", (message) => {
				child.off("exit", ended);
				resolve(message);
			});
		});
	return {
		pid: child.pid,
		answer,
		ask(message) {
			child.send(message);
			return answer();
		},
		stop: () => child.disconnect(),
	};
}

/** `run(job)` answers what came of it (see generator.mjs); throws a Complaint when anything but a 2xx came back. */
export function startGenerator() {
	const child = start("generator.mjs");
	return {
		async run(job) {
			const { result, error } = await child.ask({ seconds: 2, most: Number.MAX_SAFE_INTEGER, first: 0, ...job });
			if (error) throw new Complaint(`${job.row}: ${error}`);
			const bad = Object.keys(result.statuses).filter((status) => status[0] !== "2");
			if (bad.length > 0 || result.answered !== result.asked)
				throw new Complaint(`${job.row}: ${result.asked} requests were answered with ${JSON.stringify(result.statuses)}`);
			return { ...result, rate: result.answered / result.seconds };
		},
		stop: child.stop,
	};
}

/** A plain `node:http` server; `answers(answer)` sets what it answers from then on: bytes, or a part of a file. */
export async function startFloor() {
	const child = start("floor-server.mjs");
	const { port } = await child.answer();
	const dropped = /^(date|connection|keep-alive|transfer-encoding|content-length)$/i;
	return {
		port,
		pid: child.pid,
		stop: child.stop,
		/** `file`, `start` and `end` (inclusive) instead of the body's bytes. */
		answers({ status, headers, body }, file) {
			const kept = headers.flatMap((name, at) => (at % 2 === 0 && !dropped.test(name) ? [[name, headers[at + 1]]] : []));
			const length = status === 204 ? [] : [["Content-Length", String(body.length)]];
			return child.ask({ status, headers: [...kept, ...length].flat(), ...(file ?? { body: body.toString("base64") }) });
		},
	};
}
