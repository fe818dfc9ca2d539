import { counted } from "@/components/ui/count-text";
import { quoted } from "@/components/ui/quoted";

/** How many files are named, and how much of a name, in characters. */
const mostNamed = 3;
const longest = 40;

const named = (name: string) => quoted([...name].length > longest ? `${[...name].slice(0, longest - 1).join("")}…` : name);

function skippedWords(names: readonly string[]): string {
	const [first = ""] = names;
	if (names.length === 1) return `${named(first)} skipped: not a song in a format we know.`;
	const shown = names.slice(0, mostNamed).map(named);
	const rest = names.length - shown.length;
	const last = rest > 0 ? `${rest.toLocaleString("en")} more` : shown.pop();
	return `${counted(names.length, "file")} skipped, not songs in a format we know: ${shown.join(", ")} and ${last}.`;
}

/** What was left out of a drop before anything was sent, in one line; null when nothing was. `skipped` are the names of what is no song. */
export function leftOut({ skipped, twins, cut }: { skipped: readonly string[]; twins: number; cut: boolean }): string | null {
	const parts = [
		skipped.length > 0 && skippedWords(skipped),
		twins > 0 &&
			`${twins === 1 ? "One file was" : `${twins.toLocaleString("en")} files were`} there more than once and will be added once.`,
		cut && "There was more than can be taken at once. Add the rest afterwards.",
	];
	return parts.filter(Boolean).join(" ") || null;
}
