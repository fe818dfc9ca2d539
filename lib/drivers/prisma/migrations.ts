import { readdirSync } from "node:fs";

/** The database was written by a newer version of the program. */
export class NewerDatabase extends Error {
	constructor(
		readonly migration: string,
		setting: string,
	) {
		super(`The database was made by a newer version (it has "${migration}"). Start that version, or use another ${setting}.`);
	}
}

/** The names of the migrations in a folder, in order. */
export function migrationsIn(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.sort();
}

/** Those that a database with `applied` lacks. Throws `NewerDatabase`, whose advice names the setting that leads to another database. */
export function missingOf(migrations: string[], applied: string[], setting: string): string[] {
	const unknown = applied.find((name) => !migrations.includes(name));
	if (unknown) throw new NewerDatabase(unknown, setting);
	return migrations.filter((name) => !applied.includes(name));
}
