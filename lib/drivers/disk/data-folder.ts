import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import type { Secrets } from "@/lib/ports";

/** The data folder cannot be used; the message says why in words for the person who starts the server. */
export class UnusableDataFolder extends Error {}

/** Makes the folder if need be and takes it for this process; the lock ends with the process, however that ends. */
export function takeDataFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		accessSync(folder, constants.R_OK | constants.W_OK);
	} catch (error) {
		throw new UnusableDataFolder(`The data folder ${folder} is not writable (${reason(error)}). Set DATA_DIR to one that is.`);
	}
	lock(folder);
}

/**
 * An exclusive transaction on a file of its own, held as long as the process lives: the operating system lets go of it
 * after a kill -9, which a file with a process id in it would not survive.
 */
function lock(folder: string): void {
	// Whoever moves an installation holds two.
	const held = globalThis as { [lockSymbol]?: Database.Database[] };
	held[lockSymbol] ??= [];
	try {
		const db = new Database(join(folder, "server.lock"), { timeout: 0 });
		db.exec("BEGIN EXCLUSIVE");
		held[lockSymbol].push(db);
	} catch (error) {
		if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
			throw new UnusableDataFolder(`Another Passalong server is already running on the data folder ${folder}.`);
		}
		throw new UnusableDataFolder(`The data folder ${folder} cannot be locked (${reason(error)}).`);
	}
}
const lockSymbol = Symbol.for("passalong.data-folder.lock");

/**
 * Marks the folder's files as those of this installation, or sees that they are. A sweep removes what the database does not know, so
 * with a database elsewhere, which may be a new one or somebody else's, it would remove everything. Throws `UnusableDataFolder`.
 */
export function claimFolder(folder: string, installation: string): void {
	const file = join(folder, "installation");
	const found = read(file)?.trim() ?? null;
	if (found === installation) return;
	if (found !== null)
		throw new UnusableDataFolder(`${folder} has the files of another installation than DATABASE_URL leads to. Set one of both right.`);
	const blobs = join(folder, "blobs");
	if (existsSync(blobs) && readdirSync(blobs).length > 0)
		throw new UnusableDataFolder(
			`${folder} has files, but not whose. If they belong to the database of DATABASE_URL, write ${installation} to ${file}.`,
		);
	writeFileSync(file, `${installation}\n`, { mode: 0o600, flush: true });
}

const key = z.string().regex(/^[0-9a-f]{64}$/);
const secretsFile = z.object({ session: key, grant: key, visit: key });

/** The keys of this installation, made on first use: `secrets.json`, readable by its owner alone. */
export function readSecrets(folder: string): Secrets {
	const file = join(folder, "secrets.json");
	const text = read(file) ?? makeSecrets(folder, file);
	const secrets = secretsFile.safeParse(parsed(text));
	if (!secrets.success) throw new UnusableDataFolder(`${file} is damaged: restore it from a backup, or remove it to sign everybody out.`);
	return secrets.data;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function makeSecrets(folder: string, file: string): string {
	const fresh = () => randomBytes(32).toString("hex");
	const whole = join(folder, `secrets.${randomBytes(4).toString("hex")}.tmp`);
	writeFileSync(whole, `${JSON.stringify({ session: fresh(), grant: fresh(), visit: fresh() }, null, "\t")}\n`, {
		mode: 0o600,
		flush: true,
	});
	try {
		// A link appears whole or not at all, and never over one that another process made first.
		linkSync(whole, file);
	} catch (error) {
		if (codeOf(error) !== "EEXIST") throw error;
	} finally {
		rmSync(whole);
	}
	return readFileSync(file, "utf8");
}

function read(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function reason(error: unknown): string {
	return codeOf(error) ?? String(error);
}
