import type { Bytes } from "./bytes";
import { type Box, type Budget, boxes, content, inside, newBudget } from "./mp4-boxes";
import { samplesOf } from "./mp4-samples";
import type { Blank } from "./pieces";
import { noVideo, type VideoLook } from "./video-look";

/** Boxes of words about the video: where and when it was taken, and with what. `uuid` is where XMP stands. */
const told = new Set(["udta", "meta", "uuid"]);

/** The tracks that are seen and heard. Others are notes of a camera, and a drone writes its positions as subtitles. */
const shown = new Set(["vide", "soun"]);

/** Looks into an MP4: its tracks, its length, and what is to be blanked in it. */
export async function lookIntoMp4(bytes: Bytes): Promise<VideoLook> {
	const budget = newBudget();
	const outer = await boxes(bytes, 0, bytes.size, budget);
	const missing = Math.max(0, (outer.at(-1)?.end ?? 0) - bytes.size);
	const moov = outer.find(({ type }) => type === "moov");
	if (missing > 0 || !moov) return { ...noVideo, missing };
	const inner = await boxes(bytes, moov.body, moov.end, budget);
	const tracks = await Promise.all(inner.filter(({ type }) => type === "trak").map((trak) => readTrack(bytes, trak, budget)));
	const header = inner.find(({ type }) => type === "mvhd");
	const blanks = [...outer, ...inner].filter(({ type }) => told.has(type)).map(free);
	for (const box of header ? [header, ...tracks.flatMap(({ dated }) => dated)] : []) blanks.push(await undated(bytes, box));
	const others = tracks.filter(({ handler }) => !shown.has(handler));
	for (const { words } of tracks) blanks.push(...words.map(free));
	// What is written in fragments has its samples anywhere.
	let isStuck = others.length > 0 && outer.some(({ type }) => type === "moof");
	for (const { trak } of others) {
		const samples = await samplesOf(bytes, trak, budget);
		isStuck ||= samples === null;
		blanks.push(free(trak));
		// One by one: there are more of them than a call may have arguments.
		for (const sample of samples ?? []) blanks.push(sample);
	}
	const picture = tracks.find(({ handler }) => handler === "vide");
	return {
		...noVideo,
		...(picture && (await pictureOf(bytes, picture, budget))),
		seconds: await lengthOf(bytes, header),
		blanks,
		isStuck,
	};
}

type Track = { trak: Box; handler: string; header: Box | null; dated: Box[]; words: Box[] };

async function readTrack(bytes: Bytes, trak: Box, budget: Budget): Promise<Track> {
	const parts = await boxes(bytes, trak.body, trak.end, budget);
	const mdia = parts.find(({ type }) => type === "mdia");
	const inMedia = mdia ? await boxes(bytes, mdia.body, mdia.end, budget) : [];
	const named = inMedia.find(({ type }) => type === "hdlr");
	const header = parts.find(({ type }) => type === "tkhd") ?? null;
	const dated = [header, inMedia.find(({ type }) => type === "mdhd")].filter((box) => box !== null && box !== undefined);
	const handler = named ? (await content(bytes, named, 12)).toString("latin1", 8, 12) : "";
	return { trak, handler, header, dated, words: [...parts, ...inMedia].filter(({ type }) => told.has(type)) };
}

/** Nothing moves, so every offset in the file stays right: the box becomes one of the kind that players skip. */
function free({ start, body, end }: Box): Blank {
	const head = Buffer.alloc(body - start);
	if (head.length === 16) {
		head.writeUInt32BE(1, 0);
		head.writeBigUInt64BE(BigInt(end - start), 8);
	} else head.writeUInt32BE(end - start, 0);
	head.write("free", 4, "latin1");
	return { start, end, head };
}

/** When it was made and changed: two numbers behind version and flags, of four bytes each or of eight. */
async function undated(bytes: Bytes, box: Box): Promise<Blank> {
	const version = (await content(bytes, box, 1))[0];
	const end = Math.min(box.end, box.body + (version === 1 ? 20 : 12));
	return { start: box.body + 4, end, head: Buffer.alloc(0) };
}

async function pictureOf(bytes: Bytes, { trak, header }: Track, budget: Budget) {
	const table = await inside(bytes, trak, "mdia/minf/stbl/stsd", budget);
	const entry = table ? await content(bytes, table, 44) : Buffer.alloc(0);
	if (entry.length < 44) return null;
	const sides = [entry.readUInt16BE(40), entry.readUInt16BE(42)] as const;
	const [width, height] = (header && (await shownSides(bytes, header))) ?? sides;
	return { codec: entry.toString("latin1", 12, 16), width, height };
}

/** How wide and high the track is shown: its own size, turned by its matrix. Null when it does not say. */
async function shownSides(bytes: Bytes, header: Box): Promise<[number, number] | null> {
	const fields = await content(bytes, header, 96);
	const at = fields[0] === 1 ? 52 : 40;
	if (fields.length < at + 44) return null;
	// 16.16 numbers; a picture that was turned by a quarter has nothing on the matrix' diagonal.
	const isTurned = fields.readInt32BE(at) === 0 && fields.readInt32BE(at + 4) !== 0;
	const sides: [number, number] = [fields.readUInt16BE(at + 36), fields.readUInt16BE(at + 40)];
	if (sides[0] * sides[1] === 0) return null;
	return isTurned ? [sides[1], sides[0]] : sides;
}

/** Seconds, or null when the file does not tell, as one that is written in fragments. */
async function lengthOf(bytes: Bytes, header: Box | undefined): Promise<number | null> {
	const fields = header ? await content(bytes, header, 32) : Buffer.alloc(0);
	const isLong = fields[0] === 1;
	if (fields.length < (isLong ? 32 : 20)) return null;
	const scale = fields.readUInt32BE(isLong ? 20 : 12);
	const length = isLong ? Number(fields.readBigUInt64BE(24)) : fields.readUInt32BE(16);
	const seconds = length / scale;
	return Number.isFinite(seconds) && seconds > 0 && seconds < 1e6 ? Math.round(seconds * 1000) / 1000 : null;
}
