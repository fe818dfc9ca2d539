import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A Redis of a test's own, that it may stop and freeze. Empty at each start; on 127.0.0.1, on the same port again. */
export type OwnRedis = {
	url: string;
	start(): Promise<void>;
	/** Gone from one moment to the next, as by kill -9. */
	stop(): Promise<void>;
	/** It keeps its connections and answers nobody. */
	freeze(): void;
	thaw(): void;
};

/** Starts one. To be used where `TEST_REDIS_URL` says that Redis can be had; whoever starts one stops it. */
export async function startOwnRedis(): Promise<OwnRedis> {
	const port = await freePort();
	let server: ChildProcess | undefined;

	async function start(): Promise<void> {
		const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
		server = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
		for await (const line of server.stdout ?? []) if (String(line).includes("Ready to accept connections")) return;
		throw new Error("redis-server did not start");
	}

	await start();
	return {
		url: `redis://127.0.0.1:${port}`,
		start,
		async stop() {
			if (!server || server.exitCode !== null || server.signalCode !== null) return;
			const gone = once(server, "exit");
			server.kill("SIGKILL");
			await gone;
		},
		freeze: () => server?.kill("SIGSTOP"),
		thaw: () => server?.kill("SIGCONT"),
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("no free port");
	return address.port;
}
