import { tidy } from "@/lib/text";

/** What a file's name says of its content: `music/Platform nine.mp3` → `Platform nine`, at most `max` characters; `otherwise` when that is nothing. */
export function fileTitle(fileName: string, { max, otherwise }: { max: number; otherwise: string }): string {
	const base = fileName.split(/[\\/]/).at(-1) ?? "";
	return tidy(base.replace(/\.[A-Za-z0-9]{1,5}$/, ""), max) || otherwise;
}
