import { readFile } from "node:fs/promises";

/** The same two seconds in six formats, each with title, artist and, but for the WAV, a cover; `make.sh` made them. */
export const songFiles = [
	{ format: "mp3", type: "audio/mpeg" },
	{ format: "m4a", type: "audio/mp4" },
	{ format: "ogg", type: "audio/ogg" },
	{ format: "opus", type: "audio/ogg" },
	{ format: "flac", type: "audio/flac" },
	{ format: "wav", type: "audio/wav" },
].map((song) => ({ ...song, name: `late-train.${song.format}`, hasCover: song.format !== "wav" }));

/** One of the files in `fixtures`. */
export async function fixture(name: string): Promise<Buffer<ArrayBuffer>> {
	return Buffer.from(await readFile(new URL(`./fixtures/${name}`, import.meta.url)));
}
