// What would make the server give up at its start, asked before anybody waits for an install or a build.
import { accessSync, constants, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, resolve } from "node:path";
import { root } from "./paths.mjs";
import { Complaint } from "./run.mjs";

/** Throws a Complaint unless a server can listen on `port` of `host` (undefined: all addresses). */
export async function checkPort(port, host) {
	const number = Number(port);
	if (!/^\d+$/.test(port) || number < 1 || number > 65535) throw new Complaint(`PORT must be a number from 1 to 65535, not "${port}".`);
	const error = await new Promise((done) => {
		const server = createServer();
		server.once("error", done);
		server.listen({ port: number, host, exclusive: true }, () => server.close(() => done(null)));
	});
	const other = `Choose another one, for example:\n  PORT=${number === 3001 ? 3002 : 3001} npm start`;
	if (error?.code === "EADDRINUSE") throw new Complaint(`Port ${number} is taken by another program. ${other}`);
	if (error?.code === "EACCES") throw new Complaint(`This account may not use port ${number}. ${other}`);
	if (error) throw new Complaint(`Cannot listen on ${host ?? "port"} ${number}: ${error.message}`);
}

/** What stands at `path`, or null; below a file stands nothing either. */
function entryAt(path) {
	try {
		return statSync(path);
	} catch {
		return null;
	}
}

/** Throws a Complaint unless `folder` can be written to, or made. Creates nothing. */
export function checkDataFolder(folder) {
	const path = resolve(root, folder);
	let nearest = path;
	while (!entryAt(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
	const advice = "Choose another one, for example:\n  DATA_DIR=$HOME/passalong npm start";
	if (!entryAt(nearest)?.isDirectory())
		throw new Complaint(`The data folder ${path} cannot be used: ${nearest} is not a folder. ${advice}`);
	try {
		accessSync(nearest, constants.W_OK | constants.X_OK);
	} catch (error) {
		throw new Complaint(`The data folder ${path} cannot be written to (${error.code}). ${advice}`);
	}
}

/** Both, for the server that the environment describes. */
export async function checkPlace({ DATA_DIR, PORT, HOST } = process.env) {
	checkDataFolder(DATA_DIR || "data");
	await checkPort(PORT || "3000", HOST || undefined);
}
