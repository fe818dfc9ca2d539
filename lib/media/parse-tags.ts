import { Worker } from "node:worker_threads";
import { z } from "zod";

/** What a hostile file may cost: heap in MB, time in ms, and how many files are read at once. */
const heap = 192;
const deadline = 15_000;
const atOnce = 2;

const tags = z.object({
	sampleRate: z.number().optional(),
	codec: z.string().optional(),
	duration: z.number().optional(),
	title: z.string().optional(),
	artist: z.string().optional(),
});
export type Tags = z.output<typeof tags>;

// Text, not a file of its own: the server's bundle and Next's would each have to be taught where that lies. Packages are found
// from the working folder, which is the project's. Tags are cut here, before anything else looks at a million characters.
const code = `
	const { parentPort, workerData } = require("node:worker_threads");
	import("music-metadata")
		.then(({ parseFile }) => parseFile(workerData, { skipCovers: true }))
		.then(({ format, common }) => parentPort.postMessage({
			sampleRate: format.sampleRate,
			codec: format.codec,
			duration: format.duration,
			title: common.title?.slice(0, 2000),
			artist: common.artist?.slice(0, 2000),
		}))
		.catch(() => parentPort.postMessage(null));
`;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a sound file's format and tags on a thread of its own with a bounded heap and time, because a small file can make the
 * parser busy for minutes or fill any memory. Null when it cannot be read within these bounds.
 */
export async function parseTags(path: string): Promise<Tags | null> {
	if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	running++;
	try {
		return await inWorker(path);
	} finally {
		running--;
		waiting.shift()?.();
	}
}

function inWorker(path: string): Promise<Tags | null> {
	return new Promise((resolve) => {
		const worker = new Worker(code, { eval: true, workerData: path, resourceLimits: { maxOldGenerationSizeMb: heap }, stderr: true });
		const late = setTimeout(() => finish(null), deadline);
		function finish(read: Tags | null): void {
			clearTimeout(late);
			resolve(read);
			void worker.terminate();
		}
		worker.once("message", (message: unknown) => finish(tags.safeParse(message).data ?? null));
		worker.once("error", () => finish(null));
		worker.once("exit", () => finish(null));
	});
}
