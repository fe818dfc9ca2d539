import { Refused } from "@/lib/refused";

/** Bytes of JSON that a call may send. */
const maxJson = 1_000_000;
/** A megabyte takes a slow phone this long, in ms; who needs longer is holding a connection. */
const slowest = 30_000;
const dropped = new Set(["__proto__", "constructor", "prototype"]);
/** A text without these has no such key; looking at each key of it takes longer than all the rest. */
const suspicious = /__proto__|constructor|prototype|\\/;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The JSON body; an empty one is `{}` whatever its type. Throws `unsupported_type`, `body_too_large` before more than the
 * limit is held in memory, `bad_json`. Keys that could reach a prototype are dropped.
 */
export async function readJson(request: Request): Promise<unknown> {
	const bytes = await readBody(request);
	if (bytes.length === 0) return {};
	if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? ""))
		throw new Refused("unsupported_type");
	return parseJson(bytes);
}

/** Reads JSON without keys that could reach a prototype; blanks are `{}`. Throws `bad_json`. */
export function parseJson(bytes: Uint8Array): unknown {
	try {
		const text = utf8.decode(bytes);
		if (text.trim() === "") return {};
		return suspicious.test(text) ? JSON.parse(text, (key, value) => (dropped.has(key) ? undefined : value)) : JSON.parse(text);
	} catch {
		throw new Refused("bad_json");
	}
}

/**
 * The body as it is. Throws `body_too_large` before more than the limit of JSON is held in memory, `body_broken` when it does
 * not arrive whole, or not in time.
 */
export function readBody(request: Request, max = maxJson): Promise<Uint8Array> {
	const announced = request.headers.get("content-length");
	return announced !== null && Number(announced) <= max ? readAnnounced(request) : readUpTo(request, max);
}

/** A body that cannot be longer than it says: the server's parser holds it to its length. */
function readAnnounced(request: Request): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const broken = () => reject(new Refused("body_broken"));
		const late = setTimeout(broken, slowest);
		const read = (bytes: ArrayBuffer) => {
			clearTimeout(late);
			resolve(new Uint8Array(bytes));
		};
		request.arrayBuffer().then(read, () => {
			clearTimeout(late);
			broken();
		});
	});
}

async function readUpTo(request: Request, max: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	const late = setTimeout(() => reader?.cancel(new Error("too slow")).catch(() => {}), slowest);
	const start = performance.now();
	try {
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
			size += read.value.byteLength;
			// What is too much is read on, so that the client hears the answer instead of a broken connection, but not kept.
			if (size <= max) chunks.push(read.value);
			else if (size > 64 * max) break;
		}
	} catch {
		throw new Refused("body_broken");
	} finally {
		clearTimeout(late);
	}
	if (performance.now() - start >= slowest) throw new Refused("body_broken");
	if (size > max) throw new Refused("body_too_large");
	return Buffer.concat(chunks);
}
