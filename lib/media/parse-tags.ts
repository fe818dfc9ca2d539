import { Worker } from "node:worker_threads";
import { z } from "zod";
import { turns } from "./turns";

/** What a hostile file may cost: heap in MB, time in ms, and how many files are read at once. */
const heap = 192;
const deadline = 15_000;
const inTurn = turns(2);
/** For how many ms a thread waits for a next file: to start one costs more than to read most files does. */
const keptFor = 10_000;

const tags = z.object({
	sampleRate: z.number().optional(),
	codec: z.string().optional(),
	hasVideo: z.boolean().optional(),
	duration: z.number().optional(),
	title: z.string().optional(),
	artist: z.string().optional(),
	cover: z.instanceof(Uint8Array).optional(),
});
export type Tags = z.output<typeof tags>;

// Text, not a file of its own: the server's bundle and Next's would each have to be taught where that lies. Packages are found
// from the working folder, which is the project's. Tags are cut here, before anything else looks at a million characters; the
// cover changes hands, it is not copied. How large tags may be is asked before (audio.ts): the heap's bound knows no buffers.
const code = `
	const { parentPort } = require("node:worker_threads");
	const library = import("music-metadata");
	async function read(path) {
		const { parseFile } = await library;
		const { format, common } = await parseFile(path);
		const pictures = common.picture ?? [];
		const picture = pictures.find(({ type }) => type === "Cover (front)") ?? pictures[0];
		const cover = picture?.data?.length ? Uint8Array.from(picture.data) : undefined;
		parentPort.postMessage({
			sampleRate: format.sampleRate,
			codec: format.codec,
			hasVideo: format.hasVideo,
			duration: format.duration,
			title: common.title?.slice(0, 2000),
			artist: common.artist?.slice(0, 2000),
			cover,
		}, cover ? [cover.buffer] : []);
	}
	parentPort.on("message", (path) => read(path).catch(() => parentPort.postMessage(null)));
`;

/**
 * Reads a sound file's format, tags and cover on a thread with a bounded heap and time, because a small file can make the parser
 * busy for minutes or fill any memory. Null when it cannot be read within these bounds; the thread that could not reads no other.
 */
export function parseTags(path: string): Promise<Tags | null> {
	return inTurn(1, async () => {
		let read = await (takeKept()?.read(path) ?? "ended");
		// A kept thread that ended may have ended of the file before.
		if (read === "ended") read = await startReader().read(path);
		return read === "ended" ? null : read;
	});
}

type Reader = {
	/** One file at a time; keeps the thread for the next one, or ends it where it could not. */
	read(path: string): Promise<Tags | null | "ended">;
	end(): void;
};

/** Threads that wait for a file, and what ends each when none comes. */
const kept = new Map<Reader, NodeJS.Timeout>();

function takeKept(): Reader | undefined {
	const [reader] = kept.keys();
	if (reader) forget(reader);
	return reader;
}

function forget(reader: Reader): void {
	clearTimeout(kept.get(reader));
	kept.delete(reader);
}

function startReader(): Reader {
	const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: heap }, stdout: true, stderr: true });
	// Nobody reads what it says, and it must not pile up.
	worker.stdout.resume();
	worker.stderr.resume();
	let answer = (_: Tags | null | "ended"): void => {};
	worker.on("message", (message: unknown) => answer(tags.safeParse(message).data ?? null));
	worker.on("error", () => answer("ended"));
	worker.on("exit", () => {
		forget(reader);
		answer("ended");
	});
	const reader: Reader = {
		async read(path) {
			worker.ref();
			const late = setTimeout(() => answer(null), deadline);
			const read = await new Promise<Tags | null | "ended">((resolve) => {
				answer = resolve;
				worker.postMessage(path);
			});
			clearTimeout(late);
			// A thread that waits keeps no process alive.
			worker.unref();
			if (read === null || read === "ended") reader.end();
			else kept.set(reader, setTimeout(reader.end, keptFor).unref());
			return read;
		},
		end() {
			forget(reader);
			void worker.terminate();
		},
	};
	return reader;
}
