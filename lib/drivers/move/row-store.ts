import type { Table } from "./tables";
import type { Row, Value } from "./values";

/** Something the person who moves can mend; the message says what, in words, without a password. */
export class CannotMove extends Error {}

/** What a move remembers in the target, so that it can be taken up again: `state`, `installation`, how far each table is. */
export type Notes = Record<string, string>;

/** The rows of an installation, on one engine or the other. */
export type RowStore = {
	/** Where it is, for people: no password in it. */
	words: string;
	/** Takes it for us alone, or throws `CannotMove` because a server is running on it. */
	take(): Promise<void>;
	/** Whether there is an installation at all, of this version: throws `CannotMove` otherwise. */
	checkSource(): Promise<void>;
	/** Makes, or brings up to date, the tables. */
	migrate(): Promise<void>;
	count(table: Table): Promise<number>;
	/** The next rows after this key, in the key's order. */
	page(table: Table, after: Value[] | null, most: number): Promise<Row[]>;
	/** Null when nothing was ever moved here. */
	notes(): Promise<Notes | null>;
	/** Adds rows and changes notes in one transaction: all or nothing. Throws `CannotMove` naming a row that it cannot hold. */
	write(rows: { table: Table; rows: Row[] } | null, notes: Notes): Promise<void>;
	/** Removes all rows of these tables and all notes. */
	clear(tables: Table[]): Promise<void>;
	/** The highest number that the table's counter has given away, also to rows that are gone; 0 for none. */
	counted(table: Table): Promise<number>;
	setCounted(table: Table, last: number): Promise<void>;
	/** The keys of the installation by name; empty when it has none yet. */
	secrets(): Promise<Record<string, string>>;
	setSecrets(secrets: Record<string, string>): Promise<void>;
	close(): Promise<void>;
};

/** Where the move remembers how far it is. */
export const notesTable = "_move";

/** The row's values of the primary key. */
export function keyOf(table: Table, row: Row): Value[] {
	return table.key.map((column) => row[table.columns.indexOf(column)] ?? null);
}

export const quoted = (name: string): string => `"${name}"`;
export const list = (columns: { name: string }[]): string => columns.map(({ name }) => quoted(name)).join(", ");

/** All rows, a page at a time. Pages grow while rows are small, so that many small ones go fast and large ones fit into memory. */
export async function* pagesOf(store: Pick<RowStore, "page">, table: Table, after: Value[] | null = null): AsyncGenerator<Row[]> {
	let most = 50;
	for (let last = after; ; ) {
		const rows = await store.page(table, last, most);
		const end = rows.at(-1);
		if (!end) return;
		yield rows;
		last = keyOf(table, end);
		const size = rows.reduce((sum, row) => sum + row.reduce<number>((bytes, value) => bytes + String(value).length, 0), 0);
		most = size > 2_000_000 ? Math.max(1, Math.floor(most / 4)) : Math.min(2_000, most * 2);
	}
}
