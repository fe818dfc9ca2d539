import { counted } from "@/components/ui/count-text";

/** What was left out of a drop before anything was sent, in one line; null when nothing was. */
export function leftOut({ skipped, twins, cut }: { skipped: number; twins: number; cut: boolean }): string | null {
	const parts = [
		skipped > 0 && `${counted(skipped, "file")} skipped: not ${skipped === 1 ? "a song" : "songs"} in a format we know.`,
		twins > 0 &&
			`${twins === 1 ? "One file was" : `${twins.toLocaleString("en")} files were`} there more than once and will be added once.`,
		cut && "There was more than can be taken at once. Add the rest afterwards.",
	];
	return parts.filter(Boolean).join(" ") || null;
}
