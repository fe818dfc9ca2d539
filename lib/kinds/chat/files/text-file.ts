import { open, readFile, stat } from "node:fs/promises";
import { badField } from "@/lib/refused";

/** Bytes of a text that is held in memory. */
const largestText = 32 * 1024 * 1024;

/** What a file begins with, without blanks. */
export async function startOf(path: string): Promise<string> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), position: 0 });
		return buffer.toString("utf8", 0, bytesRead).trimStart();
	} finally {
		await file.close();
	}
}

/** A whole text in UTF-8. Throws `bad_input` on `file`. */
export async function readText(path: string): Promise<string> {
	if ((await stat(path)).size > largestText) throw badField("file", "The file is too large to be a chat in Markdown");
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
	} catch {
		throw badField("file", "The file is not text in UTF-8");
	}
}
