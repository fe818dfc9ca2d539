import { type DatabasePlace, openDatabase } from "./database";
import { UnusableDatabase } from "./unusable-database";

/** Throws `UnusableDatabase` when a move to this database was begun and not finished: rows are missing, and their files look left over. */
export async function refuseHalfMoved(place: DatabasePlace): Promise<void> {
	const { db, close } = openDatabase(place);
	try {
		// Without a move there is no such table.
		const rows = await db.$queryRaw<{ value: string }[]>`SELECT value FROM _move WHERE name = 'state'`.catch(() => []);
		if (rows[0] && rows[0].value !== "done")
			throw new UnusableDatabase("A move to this database is not finished. Start it again with the same words, or use another database.");
	} finally {
		await close();
	}
}
