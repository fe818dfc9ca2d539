import { badField } from "@/lib/refused";
import { withBytes } from "./bytes";
import { lookIntoMp4 } from "./mp4-tracks";
import { blanked, type Piece } from "./pieces";
import { lookIntoWebm } from "./webm-tracks";

/** `pieces` make the video as others may see it. */
export type Video = { type: VideoType; width: number; height: number; seconds: number | null; pieces: Piece[] };

/** How each container is read, and which encodings in it every browser of today plays. */
const containers = {
	"video/mp4": { look: lookIntoMp4, plays: /^(?:avc[13]|vp09|av01)$/ },
	"video/webm": { look: lookIntoWebm, plays: /^V_(?:VP8|VP9|AV1)$/ },
} as const;
export type VideoType = keyof typeof containers;

const names: Record<string, string> = { hvc1: "HEVC (H.265)", hev1: "HEVC (H.265)", mp4v: "MPEG-4 Visual", encv: "a protected video" };

const bad = (words: string) => badField("file", words);

/** Reads what a video is. Throws `bad_input` on `file` for one that is cut off, damaged, without pictures or that browsers do not play. */
export async function readVideo(path: string, type: VideoType): Promise<Video> {
	const { look, plays } = containers[type];
	const { size, codec, width, height, seconds, blanks, isStuck, missing } = await withBytes(path, async (bytes) => ({
		size: bytes.size,
		...(await look(bytes)),
	}));
	if (missing > 0) throw bad("The video is cut off: its end is missing");
	if (codec === null) throw bad("There is no picture in this video");
	if (!plays.test(codec)) throw bad(`Not every browser plays ${names[codec] ?? "what is in this video"}: save it as H.264 in an MP4 file`);
	if (width * height === 0) throw bad("The video is damaged and cannot be read");
	if (isStuck) throw bad("The camera's notes in this video cannot be taken out: save it as an ordinary MP4 file");
	return { type, width, height, seconds, pieces: blanked(size, blanks) };
}
