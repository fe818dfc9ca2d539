import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeDataFolder, UnusableDataFolder } from "@/lib/drivers/disk/data-folder";
import { openBucket } from "@/lib/drivers/s3/bucket";
import { installationOf } from "@/lib/drivers/s3/claim";
import { copyFiles, copyRows, type Progress } from "./copy";
import { bucketFiles, type FileStore, folderFiles, isSameFolder } from "./file-store";
import { postgresRows } from "./postgres-rows";
import { report } from "./report";
import { CannotMove, type RowStore } from "./row-store";
import { sqliteRows } from "./sqlite-rows";
import type { Table } from "./tables";
import { checkFiles, compareRows } from "./verify";
import type { Side, Wanted } from "./words";

export type Setup = {
	tables: Table[];
	/** The folder with the migrations of each engine. */
	migrations: string;
	/** The database's name in a data folder. */
	database: string;
	keys: { accessKeyId: string; secretAccessKey: string } | null;
	say(line: string): void;
	tell: Progress;
};
type Place = { rows: RowStore; files: FileStore; side: Side };

/**
 * Copies an installation and compares both sides afterwards. True when they are equal and every file is whole. Interrupted anywhere,
 * it goes on where it was when it is called again. Throws `CannotMove`, and then has changed nothing that was somebody's.
 */
export async function move(wanted: Wanted, setup: Setup): Promise<boolean> {
	const { tables, say, tell } = setup;
	const blobs = tables.find(({ name }) => name === "Blob");
	if (!blobs) throw new Error("there is no table of files");
	const from = await openPlace(wanted.from, setup);
	const to = await openPlace(wanted.to, setup);
	const scratch = mkdtempSync(join(tmpdir(), "passalong-move-"));
	try {
		await take(from, to, setup);
		await from.rows.checkSource();
		if ((await from.rows.notes())?.state === "moving")
			throw new CannotMove(`A move to ${from.rows.words} is not finished: it is no whole source.`);
		const secrets = await from.rows.secrets();
		if (!secrets.visit) throw new CannotMove(`${from.rows.words} has no keys yet: it was never started, and there is nothing to move.`);
		const stays = from.files.words === to.files.words || (await isSamePlace(from.side, to.side));
		say(`From  ${from.rows.words}, files in ${from.files.words}`);
		say(`To    ${to.rows.words}, files in ${to.files.words}${stays ? ", where they stay" : ""}`);
		say(`      ${await from.rows.count(blobs)} files; ${stays ? "the source cannot be served any more" : "the source stays as it is"}\n`);
		await to.rows.migrate();
		const done = await begin(to, { tables, secrets, stays, afresh: wanted.afresh, say });
		if (!done) {
			await copyRows(from.rows, to.rows, tables, tell);
			if (!stays) await copyFiles(from, to, { blobs, scratch, tell });
		}
		const compared = await compareRows(from.rows, to.rows, tables, tell);
		const files = await checkFiles(to.rows, to.files, blobs, tell);
		const equal = report({ compared, files, secrets: [secrets, await to.rows.secrets()] }, say);
		if (equal && !done) await to.rows.write(null, { state: "done" });
		// Two that serve from one place of files would take each other's for leftovers.
		if (equal && stays) await from.rows.write(null, { state: "gone" });
		return equal;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
		for (const { rows, files } of [from, to]) {
			files.close();
			await rows.close();
		}
	}
}

async function openPlace(side: Side, { migrations, database, keys }: Setup): Promise<Place> {
	const rows =
		"url" in side.rows
			? postgresRows({ url: side.rows.url, migrations: join(migrations, "postgresql") })
			: sqliteRows({ folder: side.rows.folder, database, migrations: join(migrations, "sqlite") });
	if ("folder" in side.files) return { rows, files: folderFiles(side.files.folder), side };
	if (!keys) throw new CannotMove("A bucket needs its keys: set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.");
	const { endpoint } = side.files;
	return { rows, files: bucketFiles(await openBucket({ ...side.files, ...keys }), endpoint ?? "Amazon"), side };
}

/** Takes both places for us alone. A folder that serves as two of them is taken once. */
async function take(from: Place, to: Place, { database }: Setup): Promise<void> {
	const { rows, files } = from.side;
	// Before anything makes a folder of that name.
	if ("folder" in rows && !existsSync(join(rows.folder, database)))
		throw new CannotMove(`There is no installation in ${rows.folder}: it has no ${database}.`);
	if ("folder" in files && !existsSync(files.folder)) throw new CannotMove(`There is no folder ${files.folder} with files.`);
	const folders = [rows, files, to.side.rows, to.side.files].flatMap((place) => ("folder" in place ? [place.folder] : []));
	for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
	const taken = new Set(folders.map((folder) => realpathSync(folder)));
	if ("folder" in rows && "folder" in to.side.rows && (await isSameFolder(rows.folder, to.side.rows.folder)))
		throw new CannotMove("Both places are the same folder.");
	if ("url" in rows && "url" in to.side.rows && rows.url === to.side.rows.url) throw new CannotMove("Both places are the same database.");
	try {
		for (const folder of taken) takeDataFolder(folder);
	} catch (error) {
		throw error instanceof UnusableDataFolder ? new CannotMove(`${error.message} Stop it first.`) : error;
	}
	await from.rows.take();
	await to.rows.take();
}

async function isSamePlace(one: Side, other: Side): Promise<boolean> {
	return "folder" in one.files && "folder" in other.files && (await isSameFolder(one.files.folder, other.files.folder));
}

type Beginning = { tables: Table[]; secrets: Record<string, string>; stays: boolean; afresh: boolean; say: Setup["say"] };

/** Makes the target ours, or sees that it is from an earlier time; true when everything was moved already. */
async function begin(to: Place, { tables, secrets, stays, afresh, say }: Beginning): Promise<boolean> {
	const installation = installationOf(secrets.visit ?? "");
	let notes = await to.rows.notes();
	// A place that was never moved to, and was left, has its keys to tell whose it was.
	const theirs = notes && (notes.installation ?? installationOf((await to.rows.secrets()).visit ?? ""));
	if (notes && theirs !== installation) throw new CannotMove(`Another installation was moved to ${to.rows.words}.`);
	if (notes?.state === "done") {
		say("It was moved before: both sides are compared.");
		return true;
	}
	if (notes?.state === "gone" && !afresh)
		throw new CannotMove(
			`${to.rows.words} was left: its installation was moved away, and its files are used by the new place. ` +
				"Move to another place, or add --afresh: the old rows here are then replaced.",
		);
	if (notes && afresh) {
		await to.rows.clear(tables);
		notes = null;
	}
	if (notes) say("A move was interrupted here: it goes on.");
	else {
		for (const table of tables)
			if ((await to.rows.count(table)) > 0)
				throw new CannotMove(
					`${to.rows.words} has rows already (${table.name}): it is an installation of its own. Move to an empty place.`,
				);
	}
	await to.files.claim(secrets.visit ?? "", stays || notes !== null || afresh);
	if (!notes) await to.rows.write(null, { state: "moving", installation });
	await to.rows.setSecrets(secrets);
	return false;
}
