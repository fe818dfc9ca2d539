import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../..");
const bundle = join(root, "dist/server.js");
/** A machine busy with a browser and two servers takes its time; a server that answers is ready in a second or two. */
const readyWithin = 60_000;
const stopsWithin = 30_000;

/** The server ended before it was ready: with what exit code and after what words. */
export class ServerEnded extends Error {
	constructor(
		readonly code: number | null,
		readonly output: string,
	) {
		super(`The server ended with code ${code} before it was ready:\n${output}`);
	}
}

export type TestServer = {
	url: string;
	dataDir: string;
	/** Where its rows are, when they are not in the data folder. */
	postgresUrl: string | null;
	pid: number;
	/** Ends it as a service manager would and answers its exit code; removes the data folder that was made for it. */
	stop(): Promise<number | null>;
	/** Ends it as a power cut would. The data folder stays. */
	kill(): Promise<void>;
	/** Closes our ends of its output, as when whoever keeps the log dies. */
	deafen(): void;
	/** All it has printed so far. */
	output(): string;
};

const children = new Set<ChildProcess>();
process.on("exit", () => {
	for (const child of children) child.kill("SIGKILL");
});

/**
 * Starts the built server on a free port and, unless `env.DATA_DIR` names one, a throw-away data folder, and answers once
 * `/api/health/ready` does. It sees `env`, a PATH and nothing else of ours. Throws ServerEnded when it gives up.
 */
export async function startServer({ env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {}): Promise<TestServer> {
	if (!existsSync(bundle)) throw new Error("There is no build yet. `npm test -- contract` and `npm test -- e2e` make one.");
	for (;;) {
		try {
			return await begin(env, args);
		} catch (error) {
			// Somebody else took the port after we found it free: any other one will do.
			if (env.PORT || !(error instanceof ServerEnded && error.output.includes("The port is taken"))) throw error;
		}
	}
}

async function begin(env: Record<string, string>, args: string[]): Promise<TestServer> {
	const port = env.PORT ?? String(await freePort());
	const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "passalong-")));
	const child = spawn(process.execPath, ["--enable-source-maps", bundle, ...args], {
		cwd: root,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env, PORT: port, DATA_DIR: dataDir },
		stdio: ["ignore", "pipe", "pipe"],
	});
	children.add(child);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
	const ended = new Promise<number | null>((done) =>
		child.once("close", (code) => {
			children.delete(child);
			done(code);
		}),
	);
	const forget = async () => {
		if (!env.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
	};

	const url = `http://localhost:${port}`;
	try {
		await ready(url, ended, () => output);
	} catch (error) {
		child.kill("SIGKILL");
		await ended;
		await forget();
		throw error;
	}
	return {
		url,
		dataDir,
		postgresUrl: env.DATABASE_URL || null,
		pid: child.pid ?? 0,
		deafen() {
			for (const stream of [child.stdout, child.stderr]) stream.destroy();
		},
		output: () => output,
		async stop() {
			child.kill("SIGTERM");
			const code = await Promise.race([ended, wait(stopsWithin, "late" as const, { ref: false })]);
			if (code === "late") child.kill("SIGKILL");
			await ended;
			await forget();
			if (code === "late") throw new Error(`The server did not stop within ${stopsWithin / 1000} s:\n${output}`);
			return code;
		},
		async kill() {
			child.kill("SIGKILL");
			await ended;
		},
	};
}

/** Waits until the server says that it is ready. Throws ServerEnded, or an error with its output when it takes too long. */
async function ready(url: string, ended: Promise<number | null>, output: () => string): Promise<void> {
	let end: { code: number | null } | undefined;
	void ended.then((code) => {
		end = { code };
	});
	const deadline = Date.now() + readyWithin;
	for (;;) {
		// Its own line comes first: whatever else may answer on that port is not the server that was asked for.
		if (output().includes("is ready on") && (await fetch(`${url}/api/health/ready`).catch(() => null))?.ok) return;
		if (end) throw new ServerEnded(end.code, output());
		if (Date.now() > deadline) throw new Error(`The server was not ready within ${readyWithin / 1000} s:\n${output()}`);
		await wait(50);
	}
}

/** A port that nobody uses, below those that the system hands out for outgoing connections. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		const free = await new Promise<boolean>((answer) => {
			const probe = createServer();
			probe.once("error", () => answer(false));
			probe.listen({ port, exclusive: true }, () => probe.close(() => answer(true)));
		});
		if (free) return port;
	}
}
