import { type DatabasePlace, openDatabase } from "./database";
import { UnusableDatabase } from "./unusable-database";

const words: Record<string, string> = {
	moving: "A move to this database is not finished. Start it again with the same words, or use another database.",
	gone: "This installation was moved, and its files are those of the new place. Set DATABASE_URL and DATA_DIR to that one.",
};

/**
 * Throws `UnusableDatabase` when a move to this database is not finished: rows are missing, and the sweep would take their files. And
 * when it was moved away and left its files to the new place: what was added there would look left over here.
 */
export async function refuseHalfMoved(place: DatabasePlace): Promise<void> {
	const { db, close } = await openDatabase(place);
	try {
		// Without a move there is no such table.
		const rows = await db.$queryRaw<{ value: string }[]>`SELECT value FROM _move WHERE name = 'state'`.catch(() => []);
		const problem = words[rows[0]?.value ?? ""];
		if (problem) throw new UnusableDatabase(problem);
	} finally {
		await close();
	}
}
