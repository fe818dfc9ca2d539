// The folder of migrations: SQL for both engines under one number, and the schema that they amount to.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "./run.mjs";
import { engines } from "./sql.mjs";

/** The schema that the migrations in `folder` amount to, or null when there is none yet. */
export function snapshotOf(folder) {
	const file = join(folder, "schema.prisma");
	return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** The migrations of one engine in order: `[{name, sql}]`, the name without `.sql`. */
export function migrationsOf(folder, engine) {
	const files = existsSync(join(folder, engine)) ? readdirSync(join(folder, engine)).filter((file) => file.endsWith(".sql")) : [];
	return files.sort().map((file) => ({ name: file.slice(0, -".sql".length), sql: readFileSync(join(folder, engine, file), "utf8") }));
}

/** The next migration's name, `0002_<name>`. Throws a Complaint for a bad or taken one. */
export function nextName(folder, name) {
	if (!name) throw new Complaint("A migration needs a name: npm run migration -- <name>");
	if (!/^[a-z0-9_]+$/.test(name)) throw new Complaint(`"${name}" is no name for a migration: use a-z, 0-9 and _ only`);
	const taken = engines.flatMap((engine) => migrationsOf(folder, engine).map((migration) => migration.name));
	if (taken.some((other) => other.replace(/^\d+_/, "") === name)) throw new Complaint(`There is a migration called "${name}" already`);
	const number = 1 + Math.max(0, ...taken.map((other) => Number.parseInt(other, 10)));
	return `${String(number).padStart(4, "0")}_${name}`;
}

/**
 * Writes the migration that leads from the snapshot in `folder` to `schema`, for both engines, and renews the snapshot.
 * Answers the paths written; none when the schemas amount to the same tables.
 */
export async function writeMigration({ folder, schema, name, sqlBetween }) {
	const next = nextName(folder, name);
	const sql = await sqlBetween(snapshotOf(folder), schema);
	if (engines.every((engine) => !sql[engine])) return [];

	const written = engines.map((engine) => join(folder, engine, `${next}.sql`));
	for (const [index, engine] of engines.entries()) {
		mkdirSync(join(folder, engine), { recursive: true });
		// One engine may have nothing to do; its file stands all the same, so that a number means one change everywhere.
		writeFileSync(written[index], sql[engine] || "-- Nothing to do on this engine.\n", { flag: "wx" });
	}
	writeFileSync(join(folder, "schema.prisma"), schema);
	return [...written, join(folder, "schema.prisma")];
}
