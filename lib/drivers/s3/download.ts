import { Readable } from "node:stream";
import { ask, type Bucket } from "./bucket";

/** How long the store may be silent while somebody waits for its bytes, in milliseconds. */
const silence = 15_000;

/**
 * A part of an object, `start` and `end` inclusive, as it arrives. Rejects when it is not there or the store sends something
 * else; once it streams, what breaks off is an error of the stream, and destroying the stream ends the request.
 */
export async function download(
	{ sdk, reads, name }: Bucket,
	key: string,
	{ start, end }: { start: number; end: number },
): Promise<Readable> {
	const command = new sdk.GetObjectCommand({ Bucket: name, Key: key, Range: `bytes=${start}-${end}` });
	const { Body: body, ContentRange } = await ask((options) => reads.send(command, options));
	if (!(body instanceof Readable)) throw new Error("the store sent no stream");
	if (!ContentRange?.startsWith(`bytes ${start}-${end}/`)) {
		body.on("error", () => {}).destroy();
		throw new Error(`the store sent ${ContentRange ?? "all"} for bytes ${start}-${end}`);
	}
	return relay(body, end - start + 1);
}

/**
 * Passes bytes on at the reader's pace. The reader may pause as long as they like; the store may not, as a store that died without
 * a word would otherwise leave the reader waiting.
 */
function relay(body: Readable, length: number): Readable {
	let arrived = 0;
	let waiting: NodeJS.Timeout | undefined;
	const wait = () => {
		waiting = setTimeout(() => relayed.destroy(new Error(`the bucket sent nothing for ${silence / 1000} s`)), silence);
	};
	const relayed = new Readable({
		read() {
			clearTimeout(waiting);
			wait();
			body.resume();
		},
		destroy(error, done) {
			clearTimeout(waiting);
			body.destroy();
			done(error);
		},
	});
	body.on("data", (chunk: Buffer) => {
		clearTimeout(waiting);
		arrived += chunk.length;
		if (relayed.push(chunk)) wait();
		else body.pause();
	});
	body.on("end", () => {
		clearTimeout(waiting);
		if (arrived === length) relayed.push(null);
	});
	body.on("error", (error) => relayed.destroy(error));
	body.on("close", () => {
		clearTimeout(waiting);
		if (arrived !== length) relayed.destroy(new Error(`the bucket sent ${arrived} of ${length} bytes`));
	});
	body.pause();
	return relayed;
}
