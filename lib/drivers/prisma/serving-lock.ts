import pg from "pg";
import { connectionTo } from "./postgres-connection";
import { UnusableDatabase, unusable } from "./unusable-database";

/** Held, shared, by every process that serves a PostgreSQL database, and by a move for itself alone: `passalon` in ASCII, and one. */
export const servingLock = "8097873591115902831";

/** How long one statement may take, and how long until a lost connection is tried again, in milliseconds. */
const patience = 4_000;
const pause = 2_000;

/** Somebody moves the installation: whoever serves it has to stop. */
class BeingMoved extends UnusableDatabase {
	constructor() {
		super("The installation is being moved. Start the server when that is done.");
	}
}

/**
 * Says to whoever wants to move the installation that it is being served, for as long as this process lives: on a connection of its own,
 * which is made again when it is lost. Throws `UnusableDatabase` while a move is under way, and when nobody answers. `stop` is called when a move
 * began while the connection was lost: what is written from then on would be missing at the new place.
 */
export async function holdServingLock(url: string, stop: (why: UnusableDatabase) => void): Promise<void> {
	let client: pg.Client;
	try {
		client = await connect(url);
	} catch (error) {
		throw unusable(url, error) ?? error;
	}
	client.once("end", () => again(url, stop));
}

/** At once, so that a move finds the lock held. A server that runs goes on running: requests hear by themselves that the database is away. */
function again(url: string, stop: (why: UnusableDatabase) => void): void {
	holdServingLock(url, stop).catch((error: unknown) => {
		if (error instanceof BeingMoved) stop(error);
		else setTimeout(() => again(url, stop), pause).unref();
	});
}

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client(connectionTo(url, patience));
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock_shared($1) AS taken", [servingLock]);
		if (!rows[0]?.taken) throw new BeingMoved();
		return client;
	} catch (error) {
		// A server that says nothing is not waited for.
		void client.end().catch(() => {});
		throw error;
	}
}
