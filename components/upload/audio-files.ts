/** What the file chooser offers. The server looks at the content; this only spares a person the wrong files. */
export const accept = ".mp3,.m4a,.ogg,.oga,.opus,.flac,.wav,audio/mpeg,audio/mp4,audio/ogg,audio/opus,audio/flac,audio/wav";

const endings = /\.(?:mp3|m4a|ogg|oga|opus|flac|wav)$/i;

/** Largest file that the server takes, in bytes. */
const largest = 200 * 1024 * 1024;

/** Whether a file calls itself a song, by its name or, without one, by its type. */
export function isAudio({ name, type }: Pick<File, "name" | "type">): boolean {
	return endings.test(name) || (!/\.[a-z0-9]{1,5}$/i.test(name) && type.startsWith("audio/"));
}

/** What is wrong with a file before it is even sent, or null. */
export function fileProblem(file: Pick<File, "size">): string | null {
	if (file.size === 0) return "This file is empty.";
	return file.size > largest ? "This file is larger than 200 MB." : null;
}

/** Bytes that are compared at the beginning, the middle and the end of two files of the same size. */
const probe = 16_384;

async function samples(file: File): Promise<string> {
	const starts = [0, Math.floor(file.size / 2), Math.max(0, file.size - probe)];
	const parts = await Promise.all(starts.map((start) => file.slice(start, start + probe).arrayBuffer()));
	return parts.map((part) => String.fromCharCode(...new Uint8Array(part))).join("|");
}

/**
 * Leaves each content in once, whatever its name and folder, and says how many were left out. Two files count as the same when their
 * size and their first, middle and last 16 kB agree: reading a folder of music whole would take longer than sending it.
 */
export async function withoutTwins(files: readonly File[]): Promise<{ files: File[]; twins: number }> {
	const ofSize = new Map<number, number>();
	for (const { size } of files) ofSize.set(size, (ofSize.get(size) ?? 0) + 1);
	const seen = new Set<string>();
	const kept: File[] = [];
	for (const file of files) {
		if (file.size > 0 && (ofSize.get(file.size) ?? 0) > 1) {
			// What cannot be read any more says so when it is sent.
			const content = await samples(file).catch(() => null);
			const key = content === null ? null : `${file.size}|${content}`;
			if (key !== null && seen.has(key)) continue;
			if (key !== null) seen.add(key);
		}
		kept.push(file);
	}
	return { files: kept, twins: files.length - kept.length };
}
