import { createServer, Server } from "node:http";
import { join } from "node:path";
import next from "next";
import { takeDataFolder, UnusableDataFolder } from "@/lib/drivers/disk/data-folder";
import { migrateSqlite, NewerDatabase } from "@/lib/drivers/prisma/migrate";
import { BadSetting, type Env, giveOriginToNextAuth, readEnv } from "@/lib/env";
import { listener } from "@/lib/http/listener";
import { databaseFile, platform } from "@/lib/platform";

const dev = process.argv.includes("--dev");
const migrations = join("prisma", "migrations", "sqlite");
/** Slow phones need time for 200 MB; headers must still come within Node's minute. */
const longestUpload = 60 * 60 * 1000;
/** Longer than the minute for which proxies keep a connection, or they would send a request into one that we just closed. */
const idleConnection = 65_000;
const hour = 60 * 60 * 1000;
/** An expired visit is told that it expired for this long, and is unknown afterwards. */
const rememberExpired = 7 * 24 * hour;

/** Makes the data folder ours and up to date. Nothing else in the process does either. */
async function prepareData({ dataDir }: Env): Promise<void> {
	takeDataFolder(dataDir);
	const applied = migrateSqlite(join(dataDir, databaseFile), migrations);
	if (applied.length > 0) console.log(`Database: applied ${applied.join(", ")}`);
	const { blobs, items } = platform();
	const leftovers = await blobs.sweep((keys) => items.knownBlobs(keys));
	if (leftovers > 0) console.log(`Files: removed ${leftovers} left over from a crash`);
}

async function start(): Promise<void> {
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
	if (!dev) server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n"));
	server.requestTimeout = longestUpload;
	server.keepAliveTimeout = idleConnection;
	await listen(server, env);
	console.log(`Passalong is ready on ${env.origin}`);

	const sweeping = setInterval(() => {
		const { visits, clock } = platform();
		visits.sweep(new Date(clock.now().getTime() - rememberExpired)).catch((error: unknown) => console.error("Sweeping failed:", error));
	}, hour);
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(server, sweeping));
}

function listen(server: Server, { port, host }: Env): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({ port, host }, resolve);
	});
}

/** Lets answers under way finish, for at most five seconds. */
function stop(server: Server, sweeping: NodeJS.Timeout): void {
	clearInterval(sweeping);
	const force = setTimeout(() => server.closeAllConnections(), 5_000);
	server.close(async () => {
		clearTimeout(force);
		await platform().close();
		process.exit(0);
	});
	server.closeIdleConnections();
}

/** One line for what the person at the keyboard can mend; anything else is a defect and keeps its stack. */
function explain(error: unknown): string | null {
	if (error instanceof UnusableDataFolder || error instanceof NewerDatabase || error instanceof BadSetting) return error.message;
	if (!(error instanceof Error) || !("code" in error)) return null;
	if (error.code === "EADDRINUSE") return "The port is taken. Choose another one: PORT=3001 npm start";
	if (error.code === "EACCES") return "The port may not be used by this user. Choose one above 1023: PORT=3001 npm start";
	return null;
}

start().catch((error: unknown) => {
	console.error(explain(error) ?? error);
	process.exit(1);
});
