// The SQL that leads from one Prisma schema to another, for both engines, without a database server and without a download.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export const engines = ["sqlite", "postgresql"];

/** A schema without models. Prisma's own "empty" would also create PostgreSQL's schema `public`, which not every account may. */
const nothing = 'datasource db {\n  provider = "sqlite"\n}\n';

/** The schema as `engine` reads it. It is written for SQLite; PostgreSQL's differs in the provider alone. */
export function schemaFor(engine, schema) {
	const [before, after, ...more] = schema.split(/(?<=^datasource\s+\w+\s*\{[^}]*?provider\s*=\s*)"\w+"/m);
	if (after === undefined || more.length) throw new Error("The schema must have exactly one datasource with a provider");
	return `${before}"${engine}"${after}`;
}

/** Prisma's schema engine. Its package expects a bundler, so the WebAssembly module is wired up by hand. */
async function schemaEngine() {
	const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
	const glue = await import(pathToFileURL(file).href);
	const { instance } = await WebAssembly.instantiate(readFileSync(file.replace(/\.js$/, ".wasm")), { "./schema_engine_bg.js": glue });
	glue.__wbg_set_wasm(instance.exports);
	instance.exports.__wbindgen_start();
	return glue.SchemaEngine;
}

/**
 * Starts what compares schemas (PostgreSQL in WebAssembly takes some seconds) and answers `{sqlBetween, close}`.
 *
 * `sqlBetween(from, to)` takes two schemas as written for SQLite (`from` null: an empty database) and answers
 * `{sqlite, postgresql}`, each "" when nothing is to be done; it throws Prisma's words when a schema is not valid.
 */
export async function schemaComparer() {
	const [SchemaEngine, { bindMigrationAwareSqlAdapterFactory }, { PrismaBetterSqlite3 }, { PGlite }, { PrismaPGlite }] = await Promise.all([
		schemaEngine(),
		import("@prisma/driver-adapter-utils"),
		import("@prisma/adapter-better-sqlite3"),
		import("@electric-sql/pglite"),
		import("pglite-prisma-adapter"),
	]);
	const postgres = new PGlite();
	const adapters = { sqlite: new PrismaBetterSqlite3({ url: ":memory:" }), postgresql: new PrismaPGlite(postgres) };

	async function sqlFor(engine, from, to) {
		const target = (schema) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schemaFor(engine, schema) }] });
		const session = await SchemaEngine.new(
			{ datamodels: [["schema.prisma", schemaFor(engine, to)]] },
			() => {},
			bindMigrationAwareSqlAdapterFactory(adapters[engine]),
		);
		const { stdout } = await session.diff({
			from: target(from ?? nothing),
			to: target(to),
			script: true,
			exitCode: null,
			shadowDatabaseUrl: null,
			filters: { externalTables: [], externalEnums: [] },
		});
		return /^\s*(--[^\n]*\s*)*$/.test(stdout) ? "" : stdout;
	}

	return {
		async sqlBetween(from, to) {
			const sql = {};
			for (const engine of engines) sql[engine] = await sqlFor(engine, from, to);
			return sql;
		},
		close: () => postgres.close(),
	};
}
