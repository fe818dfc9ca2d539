import { stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { badField, type Refused } from "@/lib/refused";
import { tidy } from "@/lib/text";
import { withBytes } from "./bytes";
import { formatNames, formats } from "./formats";
import { parseTags } from "./parse-tags";

/** Bytes of tags. A cover of 10 MB fits; what is larger is there to keep a server busy. */
const longestTags = 16 * 1024 * 1024;

/** `duration` in seconds, null when the file does not tell. Title and artist are empty, the cover null, when it has no such tag. */
export type Audio = { type: string; title: string; artist: string; duration: number | null; cover: Uint8Array | null };

const bad = (words: string): Refused => badField("file", words);

/**
 * Reads what a file is from its content, never from its name. Throws `bad_input` on the field `file` for one that is empty, not
 * audio that browsers play, a film, cut off or damaged. The cover is as it stands in the file: it may be no picture at all.
 */
export async function readAudio(path: string): Promise<Audio> {
	if ((await stat(path)).size === 0) throw bad("The file is empty");
	const found = (await fileTypeFromFile(path))?.mime ?? "";
	const format = formats[found];
	if (!format) throw bad(found.startsWith("video/") ? film : `This is not an ${formatNames} file`);
	const { tags, missing, encoding } = await withBytes(path, format.survey);
	if (tags > longestTags) throw bad("The file's tags are too large");
	if (missing > 0) throw bad("The file is cut off: its end is missing");
	const read = await parseTags(path);
	if (!read) throw bad("The file is damaged and cannot be read");
	if (read.hasVideo) throw bad(film);
	const codec = encoding ?? read.codec;
	if (!read.sampleRate || codec === undefined) throw bad("The file holds no sound that can be read");
	if (!format.plays.test(codec)) throw bad(unplayable(codec));
	const { duration = 0, title, artist, cover = null } = read;
	const seconds = Number.isFinite(duration) && duration > 0 ? Math.round(duration * 1000) / 1000 : null;
	return { type: format.type, duration: seconds, title: tidy(asUtf8(title), 200), artist: tidy(asUtf8(artist), 200), cover };
}

/**
 * Tags that do not say how their text is encoded (a WAV's INFO chunk, ID3v1) are read as Latin-1, and nearly everybody writes UTF-8. What
 * is valid UTF-8 beyond ASCII is hardly ever meant as anything else ("Ã…lder").
 */
function asUtf8(text: string | undefined): string | undefined {
	if (!text || !/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"), {
			// Its end may be cut in the middle of a character.
			stream: true,
		});
	} catch {
		return text;
	}
}

const film = "This is a video: only its sound can be a song";

/** Names the encoding where it has a name that somebody may have heard. */
function unplayable(codec: string): string {
	const name = codec === "ALAC" ? "Apple Lossless (ALAC)" : /^[\w .-]{2,20}$/.test(codec) ? codec : "what is in it";
	return `Browsers do not play ${name} in such a file: convert it to FLAC or MP3`;
}
