import { createReadStream } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { atPath, type FileStore, measure } from "./file-store";
import { keyOf, pagesOf, type RowStore } from "./row-store";
import type { Table } from "./tables";
import type { Row, Value } from "./values";

/** Tells how far a long piece of work is: `what`, how many of how many. */
export type Progress = (what: string, done: number, all: number) => void;

const keys = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Copies the rows that are not there yet. Each page is one transaction with the note of how far it goes, so nothing comes twice. */
export async function copyRows(from: RowStore, to: RowStore, tables: Table[], tell: Progress): Promise<void> {
	for (const table of tables) {
		const note = `rows:${table.name}`;
		const all = await from.count(table);
		let done = await to.count(table);
		for await (const rows of pagesOf(from, table, lastOf(await to.notes(), note))) {
			const last = rows.at(-1);
			await to.write({ table, rows }, { [note]: JSON.stringify(last ? keyOf(table, last) : null) });
			done += rows.length;
			tell(table.name, done, all);
		}
		if (table.counter) await to.setCounted(table, await from.counted(table));
	}
}

function lastOf(notes: Record<string, string> | null, name: string): Value[] | null {
	const note = notes?.[name];
	return note === undefined ? null : keys.parse(JSON.parse(note));
}

/** A file as its row has it. */
export type FileRow = { key: string; itemId: number; size: number; sha256: string };

/** How many files are under way at a time. */
export const together = 8;

/** How to read a file's row out of the row of its table. */
export function fileRowOf(table: Table): (row: Row) => FileRow {
	const at = Object.fromEntries(table.columns.map(({ name }, at) => [name, at]));
	const value = (row: Row, name: string) => row[at[name] ?? -1] ?? null;
	return (row) => ({
		key: String(value(row, "key")),
		itemId: Number(value(row, "itemId")),
		size: Number(value(row, "size")),
		sha256: String(value(row, "sha256")),
	});
}

/** Copies the files that are not there yet, as they are: what is damaged is told of when everything is looked at. */
export async function copyFiles(
	{ rows: from, files: source }: { rows: RowStore; files: FileStore },
	{ rows: to, files: target }: { rows: RowStore; files: FileStore },
	{ blobs, scratch, tell }: { blobs: Table; scratch: string; tell: Progress },
): Promise<void> {
	const all = await from.count(blobs);
	const read = fileRowOf(blobs);
	const notes = await to.notes();
	let done = Number(notes?.["files:done"] ?? 0);
	for await (const page of pagesOf(from, blobs, lastOf(notes, "files"))) {
		// A few at once, since a bucket takes its time for each; what was sent is noted, and is not sent again.
		for (let at = 0; at < page.length; at += together) {
			const group = page.slice(at, at + together);
			await Promise.all(group.map((row) => copyFile(read(row).key, { source, target, scratch })));
			done += group.length;
			await to.write(null, { files: JSON.stringify(keyOf(blobs, group.at(-1) ?? [])), "files:done": String(done) });
			tell("files", done, all);
		}
	}
}

async function copyFile(key: string, { source, target, scratch }: { source: FileStore; target: FileStore; scratch: string }) {
	const bytes = await source.read(key);
	if (bytes) await atPath(bytes, join(scratch, key), async (path) => target.put(key, path, await measure(createReadStream(path))));
}
