import { Worker } from "node:worker_threads";
import { z } from "zod";
import { turns } from "./turns";

/** What a hostile file may cost: heap in MB, time in ms, and how many files are read at once. */
const heap = 192;
const deadline = 15_000;
const inTurn = turns(2);

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
	const { parentPort, workerData } = require("node:worker_threads");
	import("music-metadata")
		.then(async ({ parseFile }) => {
			const { format, common } = await parseFile(workerData);
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
		})
		.catch(() => parentPort.postMessage(null));
`;

/**
 * Reads a sound file's format, tags and cover on a thread of its own with a bounded heap and time, because a small file can make
 * the parser busy for minutes or fill any memory. Null when it cannot be read within these bounds.
 */
export function parseTags(path: string): Promise<Tags | null> {
	return inTurn(1, () => inWorker(path));
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
