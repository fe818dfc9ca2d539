import { stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { parseFile } from "music-metadata";
import { badField } from "@/lib/refused";
import { tidy } from "@/lib/text";
import { missingBytes } from "./truncated";

/** What `file-type` calls what we take, and the type under which we send it. */
const formats: Record<string, string> = { "audio/mpeg": "audio/mpeg", "audio/wav": "audio/wav" };

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
	const { format, common } = await parse(path);
	if (!format.sampleRate || !format.codec) throw badField("file", "The file holds no sound that can be read");
	if (await missingBytes(path, size, type)) throw badField("file", "The file is cut off: its end is missing");
	const duration =
		format.duration && Number.isFinite(format.duration) && format.duration > 0 ? Math.round(format.duration * 1000) / 1000 : null;
	return { type, duration, title: tidy(common.title, 200), artist: tidy(common.artist, 200) };
}

async function parse(path: string) {
	try {
		// Without `duration: true` a long MP3 is not read to its end; its header or average bit rate tells well enough.
		return await parseFile(path, { skipCovers: true });
	} catch {
		throw badField("file", "The file is damaged and cannot be read");
	}
}
