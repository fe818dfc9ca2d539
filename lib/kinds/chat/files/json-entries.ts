import { createReadStream } from "node:fs";
import Assembler from "stream-json/assembler.js";
import { jsonParser, type Token } from "stream-json/parser.js";
import { badField } from "@/lib/refused";

/** One element of the file's array, or the file's one object; `tooLarge` is the title of one that is not held in memory. */
export type Entry = { value: unknown } | { tooLarge: string };

/** What is held of one entry: characters of its texts and keys, values, and how deep they lie. A chat has three levels, a tree of messages eight. */
const most = { characters: 40_000_000, values: 1_000_000, depth: 100 };
/** Entries of a file. */
const mostEntries = 50_000;
/** Bytes that are parsed before others get their turn. */
const stride = 128 * 1024;

const damaged = () => badField("file", "The file is damaged: it is not valid JSON");

/**
 * Reads the JSON file entry by entry, in memory for one of them. With `look` nothing is kept: it is only seen to be whole. Throws `bad_input` on `file` for what
 * is no JSON, ends too early, or has more entries than anybody wrote.
 */
export async function* jsonEntries(path: string, { look = false } = {}): AsyncGenerator<Entry> {
	const parse = jsonParser({ packValues: false });
	const reader = new EntryReader(look);
	let isFirst = true;
	let count = 0;
	for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: stride })) {
		const text: string = isFirst ? chunk.replace(/^\uFEFF/, "") : chunk;
		isFirst = false;
		for (const token of tokensOf(parse, text)) {
			const entry = reader.take(token);
			if (!entry) continue;
			count += 1;
			if (count > mostEntries) throw badField("file", `The file has more than ${mostEntries.toLocaleString("en")} entries`);
			yield entry;
		}
	}
	if (!reader.isDone) throw badField("file", isFirst ? "The file is empty" : "The file is damaged: it ends too early");
}

function tokensOf(parse: ReturnType<typeof jsonParser>, text: string): Token[] {
	try {
		const tokens: unknown = parse(text);
		return typeof tokens === "object" && tokens !== null && "values" in tokens ? (tokens.values as Token[]) : [];
	} catch {
		throw damaged();
	}
}

/** Puts the parser's tokens together, for as long as there is room for what they make. */
class EntryReader {
	isDone = false;
	#depth = 0;
	/** How deep entries lie: in the file's array, or nowhere. */
	#top: number | null = null;
	#text = "";
	#used = { characters: 0, values: 0 };
	#assembler = new Assembler();
	#root: unknown = null;

	constructor(readonly look: boolean) {}

	/** The entry that this token completes, if it does. */
	take(token: Token): Entry | null {
		if (this.#top === null) return this.#begin(token);
		switch (token.name) {
			case "startKey":
			case "startString":
			case "startNumber":
				this.#text = "";
				return null;
			case "stringChunk":
			case "numberChunk":
				this.#used.characters += token.value.length;
				if (this.#hasRoom) this.#text += token.value;
				return null;
			case "endKey":
				this.#keep({ name: "keyValue", value: this.#text });
				return null;
			case "endString":
				return this.#value({ name: "stringValue", value: this.#text });
			case "endNumber":
				return this.#value({ name: "numberValue", value: this.#text });
			case "startObject":
			case "startArray":
				this.#depth += 1;
				if (this.#depth > most.depth) throw badField("file", "The file is too complex to be a chat");
				this.#keep(token);
				this.#root ??= this.#assembler.current;
				return null;
			case "endObject":
			case "endArray":
				this.#depth -= 1;
				if (this.#depth < this.#top) {
					this.isDone = true;
					return null;
				}
				return this.#value(token);
			default:
				return this.#value(token);
		}
	}

	#begin(token: Token): null {
		if (token.name !== "startArray" && token.name !== "startObject") throw badField("file", "There is no chat in this file");
		this.#top = token.name === "startArray" ? 1 : 0;
		this.#depth = 1;
		if (this.#top === 0) {
			this.#keep(token);
			this.#root = this.#assembler.current;
		}
		return null;
	}

	get #hasRoom(): boolean {
		return !this.look && this.#used.characters <= most.characters && this.#used.values <= most.values;
	}

	#keep(token: Token): void {
		this.#used.values += 1;
		if (this.#hasRoom) this.#assembler.consume(token);
	}

	#value(token: Token): Entry | null {
		this.#keep(token);
		if (this.#depth !== this.#top) return null;
		if (this.#top === 0) this.isDone = true;
		const entry = this.#hasRoom || this.look ? { value: this.#assembler.current } : { tooLarge: titleOf(this.#root) };
		this.#assembler = new Assembler();
		this.#root = null;
		this.#used = { characters: 0, values: 0 };
		return entry;
	}
}

function titleOf(root: unknown): string {
	const title = typeof root === "object" && root !== null && "title" in root ? root.title : "";
	return typeof title === "string" ? title : "";
}
