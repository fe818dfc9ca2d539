import type { Skipped } from "./model";

/** Files that are sent in one form: in their order, so that they stay in it; few, so that a line that breaks costs little. */
const mostFiles = 8;
const mostBytes = 40 * 1024 * 1024;

/** How many of the first files make the next form. One that is larger than a form should be goes alone. */
export function batchLength(sizes: readonly number[]): number {
	let bytes = 0;
	let count = 0;
	for (const size of sizes.slice(0, mostFiles)) {
		bytes += size;
		if (count > 0 && bytes > mostBytes) break;
		count++;
	}
	return count;
}

/** How far each file of a form is, 0 to 1, of which this share of its bytes is sent. */
export function shares(sizes: readonly number[], sent: number): number[] {
	const all = sizes.reduce((sum, size) => sum + size, 0);
	let left = sent * all;
	return sizes.map((size) => {
		const done = Math.max(0, Math.min(size, left));
		left -= size;
		return size > 0 ? done / size : 1;
	});
}

/** What became of each file of a form: null for one that came in. Of two of the same name the first that is named was refused. */
export function outcomes(names: readonly string[], skipped: readonly Skipped[]): (string | null)[] {
	const left = [...skipped];
	return names.map((name) => {
		const at = left.findIndex((each) => each.name === name);
		return at < 0 ? null : (left.splice(at, 1)[0]?.reason ?? null);
	});
}

const megabyte = 1024 * 1024;

/** What is wrong with a file before it is even sent, or null. */
export function fileProblem({ size, type }: Pick<File, "size" | "type">): string | null {
	if (size === 0) return "The file is empty";
	if (type.startsWith("image/") && size > 20 * megabyte) return "The picture is larger than 20 MB";
	return size > 500 * megabyte ? "The file is larger than 500 MB" : null;
}

/** What the file chooser offers; told so, a phone turns its own formats into these. */
export const accept = "image/jpeg,image/png,image/webp,image/gif,video/mp4,video/webm";
