import { stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { badField } from "@/lib/refused";
import { tidy } from "@/lib/text";
import { parseTags } from "./parse-tags";
import { missingBytes, tagBytes } from "./truncated";

/** What `file-type` calls what we take, and the type under which we send it. */
const formats: Record<string, string> = { "audio/mpeg": "audio/mpeg", "audio/wav": "audio/wav" };

/** Bytes of an ID3v2 tag. A cover of 10 MB fits; what is larger is there to keep a server busy. */
const longestTag = 16 * 1024 * 1024;

/** `duration` in seconds, null when the file does not tell. Title and artist are empty when it has no such tag. */
export type Audio = { type: string; title: string; artist: string; duration: number | null };

/**
 * Reads what a file is from its content, never from its name. Throws `bad_input` on the field `file` for one that is empty,
 * not audio that we take, cut off or damaged.
 */
export async function readAudio(path: string): Promise<Audio> {
	const { size } = await stat(path);
	if (size === 0) throw badField("file", "The file is empty");
	const type = formats[(await fileTypeFromFile(path))?.mime ?? ""];
	if (!type) throw badField("file", "This is not a WAV or MP3 file");
	if ((await tagBytes(path)) > longestTag) throw badField("file", "The file's tags are too large");
	const read = await parseTags(path);
	if (!read) throw badField("file", "The file is damaged and cannot be read");
	if (!read.sampleRate || !read.codec) throw badField("file", "The file holds no sound that can be read");
	if (await missingBytes(path, size, type)) throw badField("file", "The file is cut off: its end is missing");
	const duration = read.duration && Number.isFinite(read.duration) && read.duration > 0 ? Math.round(read.duration * 1000) / 1000 : null;
	return { type, duration, title: tidy(read.title, 200), artist: tidy(read.artist, 200) };
}
