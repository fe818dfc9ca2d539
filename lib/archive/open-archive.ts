import { PassThrough, pipeline, type Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { isComplex } from "@/lib/json-shape";
import { badField, isRefused, type Refused } from "@/lib/refused";

/** Values of one text: a chat of 20,000 messages has a tenth of that. */
const complexity = { parts: 1_000_000, depth: 60 };
/** Bytes that one text of an archive may have: what is held in memory. */
const largestText = 64 * 1024 * 1024;
/** What all that is in it may come to, and how many things that may be. A ZIP says both before anything is unpacked, and is held to it. */
const mostBytes = 8 * 1024 * 1024 * 1024;
const mostEntries = 300_000;
/** Text shrinks to a twentieth at best; what shrinks to less than this is made to fill a disk. */
const mostShrunk = 1_000;
const small = 1024 * 1024;

const notOurs = () => badField("file", "This is not an archive that Passalong made");
const broken = () => badField("file", "The archive is damaged");
const tooMuch = () => badField("file", "There is more in this archive than an account can hold");

/** A ZIP that is read entry by entry, each once: nothing of it is unpacked beforehand, and no name in it is ever a path of this machine. */
export type Archive = {
	/** Throws `bad_input` on `file` for what is missing, too long or damaged. */
	text(path: string): Promise<string>;
	stream(path: string): Promise<Readable>;
	close(): void;
};

/** Opens the ZIP at `path`. Throws `bad_input` on `file` for what is none, or would be too much. */
export async function openArchive(path: string): Promise<Archive> {
	const zip = await orBroken(openPromise(path, { autoClose: false, lazyEntries: true }), notOurs);
	try {
		const entries = await orBroken(entriesOf(zip), broken);
		return { ...readers(zip, entries), close: () => zip.close() };
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
	if (zip.entryCount > mostEntries) throw tooMuch();
	const entries = new Map<string, Entry>();
	let bytes = 0;
	for await (const entry of zip.eachEntry()) {
		bytes += entry.uncompressedSize;
		const isBomb = entry.uncompressedSize > small && entry.uncompressedSize > mostShrunk * entry.compressedSize;
		if (bytes > mostBytes || isBomb) throw tooMuch();
		entries.set(entry.fileName, entry);
	}
	return entries;
}

function readers(zip: ZipFile, entries: Map<string, Entry>): Omit<Archive, "close"> {
	async function stream(path: string): Promise<Readable> {
		const entry = entries.get(path);
		if (!entry) throw badField("file", "A file of it is missing in the archive");
		// Whoever names one entry again and again would have it unpacked as often.
		entries.delete(path);
		return toldAsBroken(await orBroken(zip.openReadStreamPromise(entry), broken));
	}
	return {
		stream,
		async text(path) {
			if ((entries.get(path)?.uncompressedSize ?? 0) > largestText) throw tooMuch();
			const parts = await orBroken((await stream(path)).toArray(), broken);
			const text = Buffer.concat(parts).toString("utf8");
			if (isComplex(text, complexity)) throw tooMuch();
			return text;
		},
	};
}

/** What goes wrong while an entry is unpacked is the archive's fault, and is told as such; a disk that is full is not. */
function toldAsBroken(entry: Readable): Readable {
	const told = new PassThrough();
	pipeline(entry, told, (error) => error && told.destroy(broken()));
	return told;
}

async function orBroken<T>(work: Promise<T>, why: () => Refused): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw isRefused(error) ? error : why();
	}
}
