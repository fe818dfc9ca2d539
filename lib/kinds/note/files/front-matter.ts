/** What a block at the head of a Markdown file says in YAML, of which the simplest form is read: a name, a colon and a value on each line. */
export type FrontMatter = { fields: Readonly<Record<string, string>> /** The file after the block. */; rest: string };

const fence = /^---[ \t]*\r?\n/;
const field = /^([A-Za-z_][\w-]*):[ \t]*(.*?)[ \t]*$/;
/** A block is short; a line of dashes far below is a rule. */
const longest = 4_000;

/** The block, if the file begins with one of the simple form; else null. */
export function readFrontMatter(text: string): FrontMatter | null {
	const start = fence.exec(text)?.[0];
	if (start === undefined) return null;
	const lines = text.slice(start.length, longest).split("\n");
	const end = lines.findIndex((line) => /^---[ \t]*\r?$/.test(line));
	if (end < 0) return null;
	const fields: Record<string, string> = Object.create(null);
	for (const line of lines.slice(0, end)) {
		const [, name, value] = field.exec(line.replace(/\r$/, "")) ?? [];
		if (name === undefined || value === undefined) return null;
		fields[name] = plain(value);
	}
	const head = lines.slice(0, end + 1).join("\n").length + 1;
	return { fields, rest: text.slice(start.length + head) };
}

/** Quoted as JSON is, which YAML 1.2 reads too; or bare, or in single quotes. */
function plain(value: string): string {
	if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'");
	if (!value.startsWith('"')) return value;
	try {
		return String(JSON.parse(value));
	} catch {
		return value;
	}
}

/** Writes the block. */
export function writeFrontMatter(fields: Readonly<Record<string, string>>): string {
	const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
	return `---\n${lines.join("")}---\n`;
}
