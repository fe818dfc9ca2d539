/** What the schema calls a column's type, as far as it is stored in a column of its own. */
const types = ["String", "Int", "Boolean", "DateTime", "Json"] as const;
export type ColumnType = (typeof types)[number];
export type Column = { name: string; type: ColumnType; optional: boolean };
export type Table = {
	name: string;
	columns: Column[];
	/** The columns of the primary key. */
	key: Column[];
	/** The column that counts by itself, if there is one. */
	counter: string | null;
};

/**
 * The tables of `prisma/schema.prisma`, parents before their children, so that rows can be written in this order. A table that is
 * added there is moved without another word here. Throws for a type that nobody taught us to carry over.
 */
export function readTables(schema: string): Table[] {
	const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = "", body = ""]) => ({ name, body }));
	const names = new Set(models.map(({ name }) => name));
	const waiting = models.map(({ name, body }) => readModel(name, body, names));
	const sorted: Table[] = [];
	const isThere = (parent: string) => sorted.some(({ name }) => name === parent);
	while (waiting.length > 0) {
		const next = waiting.findIndex(({ parents, table }) => parents.every((parent) => parent === table.name || isThere(parent)));
		const [found] = waiting.splice(next, 1);
		if (next === -1 || !found) throw new Error("the tables point at each other in a circle");
		sorted.push(found.table);
	}
	return sorted;
}

function readModel(name: string, body: string, models: Set<string>): { table: Table; parents: string[] } {
	const columns: Column[] = [];
	const parents: string[] = [];
	let keyNames: string[] = [];
	let counter: string | null = null;
	for (const line of body.split("\n")) {
		const compound = /^\s*@@id\(\[([\w, ]+)\]/.exec(line)?.[1];
		if (compound) keyNames = compound.split(",").map((part) => part.trim());
		const [, column = "", type = "", mark] = /^\s*(\w+)\s+(\w+)(\?|\[\])?/.exec(line) ?? [];
		if (!column || line.trim().startsWith("//")) continue;
		if (models.has(type)) {
			if (/@relation\(.*fields:/.test(line)) parents.push(type);
			continue;
		}
		const known = types.find((known) => known === type);
		if (!known || mark === "[]") throw new Error(`${name}.${column} has the type ${type}${mark ?? ""}, which cannot be moved yet`);
		columns.push({ name: column, type: known, optional: mark === "?" });
		if (/@id\b/.test(line)) keyNames = [column];
		if (/autoincrement\(\)/.test(line)) counter = column;
	}
	const key = keyNames.flatMap((name) => columns.find((column) => column.name === name) ?? []);
	if (key.length === 0) throw new Error(`${name} has no primary key`);
	return { table: { name, columns, key, counter }, parents };
}
