import { readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, Server } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { takeDataFolder, UnusableDataFolder } from "@/lib/drivers/disk/data-folder";
import { migrateDatabase } from "@/lib/drivers/prisma/database";
import { refuseHalfMoved } from "@/lib/drivers/prisma/half-moved";
import { NewerDatabase } from "@/lib/drivers/prisma/migrations";
import { UnusableDatabase } from "@/lib/drivers/prisma/unusable-database";
import { briefly } from "@/lib/drivers/s3/away";
import { UnusableBucket } from "@/lib/drivers/s3/unusable-bucket";
import { BadSetting, type Env, giveOriginToNextAuth, readEnv } from "@/lib/env";
import { endServer } from "@/lib/http/end-server";
import { listener } from "@/lib/http/listener";
import { purgeItems } from "@/lib/items/remove";
import { type Gateway, openGateway, socketPath } from "@/lib/live/gateway";
import { databaseFile, databasePlace, openPlatform } from "@/lib/open-platform";
import { platform } from "@/lib/platform";

const dev = process.argv.includes("--dev");
const firstMigration = "0001_start.sql";
/** Slow phones need time for 200 MB; headers must still come within Node's minute. */
const longestUpload = 60 * 60 * 1000;
/** Longer than the minute for which proxies keep a connection, or they would send a request into one that we just closed. */
const idleConnection = 65_000;
/** A connection on which nothing moves, in either direction. A listener who paused asks for the rest again. */
const longestSilence = 5 * 60 * 1000;
const hour = 60 * 60 * 1000;
/** An expired visit is told that it expired for this long, and is unknown afterwards. */
const rememberExpired = 7 * 24 * hour;

/** A new, empty database beside files means that the old one was lost or is not restored yet; the sweep would take every file. */
async function refuseLostDatabase(dataDir: string): Promise<void> {
	if ((await readdir(join(dataDir, "blobs")).catch(() => [])).length === 0) return;
	await rm(join(dataDir, databaseFile));
	throw new UnusableDataFolder(`${dataDir} has files but no database. Restore ${databaseFile} from a backup, or remove the folder blobs.`);
}

/** Aborted when somebody began to move the installation while we could not see it: what we write now would be missing there. */
const moved = new AbortController();

/** Makes the data folder ours and up to date. Nothing else in the process does either. */
async function prepareData(env: Env): Promise<void> {
	const { dataDir } = env;
	takeDataFolder(dataDir);
	const applied = await migrateDatabase(databasePlace(env));
	if (applied.length > 0) console.log(`Database: applied ${applied.join(", ")}`);
	if (!env.postgres && applied.includes(firstMigration)) await refuseLostDatabase(dataDir);
	await refuseHalfMoved(databasePlace(env));
	if (env.postgres) {
		// With it comes PostgreSQL's client, which nobody else needs.
		const { holdServingLock } = await import("@/lib/drivers/prisma/serving-lock");
		await holdServingLock(env.postgres.url, (why) => moved.abort(why));
	}
	const { blobs, items } = await openPlatform(env);
	const swept = blobs
		.sweep((keys) => items.knownBlobs(keys))
		.then((leftovers) => leftovers > 0 && console.log(`Files: removed ${leftovers} left over from a crash`));
	// A bucket may hold a million files: they are gone through meanwhile, and what is younger than a day is spared.
	if (env.s3) swept.catch((error: unknown) => console.error(`Sweeping files failed: ${briefly(error)}`));
	else await swept;
}

async function start(): Promise<void> {
	// Database, files and keys are for nobody else on the machine.
	process.umask(0o077);
	// Without this a log that nobody takes any more is an uncaught error, which is logged, which is an uncaught error.
	for (const log of [process.stdout, process.stderr]) log.on("error", () => {});
	const env = readEnv();
	if (env.rateLimitScale !== 1)
		console.warn(`RATE_LIMIT_SCALE is ${env.rateLimitScale}: request limits are not what they should be in use.`);
	await prepareData(env);
	giveOriginToNextAuth(env.origin);

	const server = createServer();
	// Next hangs a listener for upgrades on the server it gets; in production unknown upgrades are ours to refuse.
	const app = next({ dev, httpServer: dev ? server : new Server(), port: env.port });
	await app.prepare();
	const handle = listener(env, app.getRequestHandler(), { dev });
	server.on("request", (request, response) => {
		handle(request, response).catch((error: unknown) => {
			console.error("A request failed:", error);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	if (!dev) server.on("upgrade", refuseUpgrade);
	const gateway = openGateway(platform(), server);
	server.requestTimeout = longestUpload;
	server.keepAliveTimeout = idleConnection;
	server.timeout = longestSilence;
	await listen(server, env);
	console.log(`Passalong is ready on ${env.origin}`);

	const purge = () => purgeItems(platform()).catch((error: unknown) => console.error("Removing deleted items failed:", error));
	// Nobody waits for it: a row that somebody holds, or a day of many deletions, would keep the house closed.
	void purge();
	const sweeping = setInterval(() => {
		const { visits, rooms, clock } = platform();
		void purge();
		const now = clock.now();
		const expired = { visitsBefore: new Date(now.getTime() - rememberExpired), answersBefore: now };
		Promise.all([visits.sweep(expired), rooms.sweep(now)]).catch((error: unknown) => console.error("Sweeping failed:", error));
	}, hour);
	let isStopping = false;
	const stopOnce = (code: number) => {
		if (!isStopping) stop(server, gateway, sweeping, code);
		isStopping = true;
	};
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopOnce(0));
	const leave = () => {
		console.error(explain(moved.signal.reason));
		stopOnce(1);
	};
	if (moved.signal.aborted) leave();
	moved.signal.addEventListener("abort", leave);
}

/** There are web sockets under one path. Any other one is ours to close: Node lets go of it with the upgrade. */
function refuseUpgrade(request: IncomingMessage, socket: Duplex): void {
	if (request.url?.startsWith(socketPath)) return;
	socket.on("error", () => {});
	socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n", () => socket.destroy());
}

function listen(server: Server, { port, host }: Env): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({ port, host }, resolve);
	});
}

async function stop(server: Server, gateway: Gateway, sweeping: NodeJS.Timeout, code: number): Promise<void> {
	clearInterval(sweeping);
	await gateway.close();
	await endServer(server, () => platform().close());
	process.exit(code);
}

/** One line for what the person at the keyboard can mend; anything else is a defect and keeps its stack. */
function explain(error: unknown): string | null {
	if (
		error instanceof UnusableDataFolder ||
		error instanceof NewerDatabase ||
		error instanceof UnusableDatabase ||
		error instanceof BadSetting ||
		error instanceof UnusableBucket
	)
		return error.message;
	if (!(error instanceof Error) || !("code" in error)) return null;
	if (error.code === "EADDRINUSE") return "The port is taken. Choose another one: PORT=3001 npm start";
	if (error.code === "EACCES") return "The port may not be used by this user. Choose one above 1023: PORT=3001 npm start";
	return null;
}

start().catch((error: unknown) => {
	console.error(explain(error) ?? error);
	process.exit(1);
});
