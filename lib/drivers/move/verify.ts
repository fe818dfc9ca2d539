import { type FileRow, fileRowOf, type Progress, together } from "./copy";
import type { FileStore } from "./file-store";
import { measure } from "./file-store";
import { keyOf, pagesOf, type RowStore } from "./row-store";
import type { Table } from "./tables";
import { digestOf } from "./values";

/** A table's rows as one number each way: how many, and a checksum that does not depend on their order. */
export type Sum = { count: number; checksum: string; counted: number | null };
export type Compared = { name: string; from: Sum; to: Sum; same: boolean; differing: string[] };

/** Rows are told apart by the first byte of their key's digest: which of the 256 heaps differ says where to look closer. */
const heaps = 256;
/** So many heaps are looked at closely: enough to name rows, and a thirtieth of the table fits into memory. */
const looked = 8;
/** How many rows that differ are named. */
const named = 10;

/** Reads every row on both sides and compares. A table that differs is read once more, to name rows. */
export async function compareRows(from: RowStore, to: RowStore, tables: Table[], tell: Progress): Promise<Compared[]> {
	const results: Compared[] = [];
	for (const table of tables) {
		const [a, b] = [await sumOf(from, table, tell), await sumOf(to, table, tell)];
		const differing = await differences(from, to, table, a.heaps, b.heaps);
		const same = differing.length === 0 && a.sum.count === b.sum.count && a.sum.counted === b.sum.counted;
		results.push({ name: table.name, from: a.sum, to: b.sum, same, differing });
	}
	return results;
}

async function sumOf(store: RowStore, table: Table, tell: Progress): Promise<{ sum: Sum; heaps: Buffer[] }> {
	const sums = Array.from({ length: heaps }, () => Buffer.alloc(32));
	let count = 0;
	const all = await store.count(table);
	for await (const rows of pagesOf(store, table)) {
		for (const row of rows) {
			// Every row is there once, by its key, so none can cancel another.
			const heap = sums[heapOf(table, row)];
			const digest = digestOf(row);
			for (let at = 0; heap && at < 32; at++) heap[at] = (heap[at] ?? 0) ^ (digest[at] ?? 0);
		}
		count += rows.length;
		tell(`comparing ${table.name}`, count, all);
	}
	const counted = table.counter ? await store.counted(table) : null;
	return {
		sum: {
			count,
			checksum: digestOf(sums.map((sum) => sum.toString("hex")))
				.toString("hex")
				.slice(0, 16),
			counted,
		},
		heaps: sums,
	};
}

const heapOf = (table: Table, row: Parameters<typeof keyOf>[1]): number => digestOf(keyOf(table, row))[0] ?? 0;

async function differences(from: RowStore, to: RowStore, table: Table, a: Buffer[], b: Buffer[]): Promise<string[]> {
	const suspect = new Set(a.flatMap((sum, heap) => (sum.equals(b[heap] ?? Buffer.alloc(0)) ? [] : [heap])).slice(0, looked));
	if (suspect.size === 0) return [];
	const digests = async (store: RowStore) => {
		const found = new Map<string, string>();
		for await (const rows of pagesOf(store, table))
			for (const row of rows) if (suspect.has(heapOf(table, row))) found.set(keyOf(table, row).join(", "), digestOf(row).toString("hex"));
		return found;
	};
	const [source, target] = [await digests(from), await digests(to)];
	const told: string[] = [];
	for (const [key, digest] of source) {
		if (!target.has(key)) told.push(`${table.name} ${key} is missing in the target`);
		else if (target.get(key) !== digest) told.push(`${table.name} ${key} differs`);
	}
	for (const key of target.keys()) if (!source.has(key)) told.push(`${table.name} ${key} is in the target alone`);
	return told.length > named ? [...told.slice(0, named), `and more of ${table.name}`] : told;
}

/** Reads every file and compares it with its row; answers how many there are, how long they are, and what is wrong. */
export async function checkFiles(
	rows: RowStore,
	files: FileStore,
	blobs: Table,
	tell: Progress,
): Promise<{ count: number; bytes: number; wrong: string[] }> {
	const read = fileRowOf(blobs);
	const all = await rows.count(blobs);
	const wrong: string[] = [];
	let count = 0;
	let bytes = 0;
	for await (const page of pagesOf(rows, blobs)) {
		for (let at = 0; at < page.length; at += together) {
			const group = page.slice(at, at + together).map(read);
			for (const { problem, size } of await Promise.all(group.map((row) => checkFile(row, files)))) {
				bytes += size;
				if (problem) wrong.push(problem);
			}
			count += group.length;
			tell("comparing files", count, all);
		}
	}
	return { count, bytes, wrong };
}

async function checkFile({ key, itemId, size, sha256 }: FileRow, files: FileStore): Promise<{ problem: string | null; size: number }> {
	const found = await files.read(key);
	const measured = found && (await measure(found));
	const told = (what: string) => ({ problem: `the file ${key} of item ${itemId} is ${what}`, size: measured?.size ?? 0 });
	if (!measured) return told("missing");
	if (measured.size !== size) return told(`damaged: ${measured.size} of ${size} bytes`);
	return measured.sha256 === sha256 ? { problem: null, size } : told("damaged: its bytes are others");
}
