// The built server on a free port with a data folder of its own, and an account that fills it through the API.
import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, within } from "../scripts/steps/paths.mjs";
import { Complaint, lastLines } from "../scripts/steps/run.mjs";

/** A port that is free now. */
export function freePort() {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

/**
 * Starts it with these settings, and flags of Node's, and answers `{url, port, pid, dataDir, stop}` once it is ready. Throws a Complaint when it is not within a
 * minute.
 */
export async function startServer(settings = {}, flags = []) {
	const port = String(await freePort());
	const dataDir = await mkdtemp(join(tmpdir(), "data-"));
	const { PATH, HOME } = process.env;
	const env = { PATH, HOME, NODE_ENV: "production", PORT: port, DATA_DIR: dataDir, RATE_LIMIT_SCALE: "100000", ...settings };
	const server = spawn(process.execPath, ["--enable-source-maps", ...flags, within("dist/server.js")], { cwd: root, env });
	let output = "";
	for (const stream of [server.stdout, server.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
	process.on("exit", () => server.kill("SIGKILL"));
	const ended = new Promise((resolve) => server.once("close", resolve));
	await new Promise((resolve, reject) => {
		const fail = () => reject(new Complaint(`The server did not start.\n${lastLines(output)}`));
		const late = setTimeout(fail, 60_000);
		server.stdout.on("data", () => {
			if (!output.includes("is ready on")) return;
			clearTimeout(late);
			resolve();
		});
		server.once("close", fail);
	});
	return {
		url: `http://localhost:${port}`,
		port: Number(port),
		pid: server.pid,
		dataDir,
		async stop() {
			server.kill("SIGTERM");
			await ended;
		},
	};
}

/** A call of the API that must succeed; answers its JSON. */
async function call(url, init) {
	const response = await fetch(url, init);
	if (!response.ok)
		throw new Complaint(`${init?.method ?? "GET"} ${new URL(url).pathname} answered ${response.status}: ${await response.text()}`);
	return response.status === 204 ? null : response.json();
}

/** Who is signed up. */
export const account = { email: "ada@example.org", username: "ada", name: "Ada", password: "eight or more" };

/** Signs them up; answers a function that calls the API in their name: `api(method, path, body)`, a FormData or JSON. */
export async function signUp(url) {
	const json = (body) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
	await call(`${url}/api/auth/signup`, json(account));
	const { token } = await call(`${url}/api/auth/token`, json(account));
	return (method, path, body) => {
		const isForm = body instanceof FormData;
		const type = body && !isForm ? { "content-type": "application/json" } : {};
		return call(url + path, {
			method,
			headers: { authorization: `Bearer ${token}`, ...type },
			body: body && !isForm ? JSON.stringify(body) : body,
		});
	};
}
