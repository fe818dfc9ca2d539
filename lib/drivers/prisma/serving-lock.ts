import pg from "pg";
import { connectionTo } from "./postgres-connection";
import { UnusableDatabase, unusable } from "./unusable-database";

/** Held, shared, by every process that serves a PostgreSQL database, and by a move for itself alone: `passalon` in ASCII, and one. */
export const servingLock = "8097873591115902831";

/** How long one statement may take, and how long until a lost connection is tried again, in milliseconds. */
const patience = 4_000;
const pause = 2_000;

/**
 * Says to whoever wants to move the installation that it is being served, for as long as this process lives: on a connection of its own,
 * which is made again when it is lost. Throws `UnusableDatabase` while a move is under way, and when nobody answers.
 */
export async function holdServingLock(url: string): Promise<void> {
	let client: pg.Client;
	try {
		client = await connect(url);
	} catch (error) {
		throw unusable(url, error) ?? error;
	}
	client.once("end", () => again(url));
}

/** A server that runs goes on running: requests hear by themselves that the database is away. */
function again(url: string): void {
	setTimeout(() => holdServingLock(url).catch(() => again(url)), pause).unref();
}

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client(connectionTo(url, patience));
	client.on("error", () => {});
	await client.connect();
	const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock_shared($1) AS taken", [servingLock]);
	if (rows[0]?.taken) return client;
	await client.end();
	throw new UnusableDatabase("The installation is being moved. Start the server when that is done.");
}
