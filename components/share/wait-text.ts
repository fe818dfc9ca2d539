import { counted } from "@/components/ui/count-text";

/** When to try again, after too many tries. `seconds` is null when nobody said. */
export function waitText(seconds: number | null | undefined): string {
	if (!seconds) return "Too many tries. Wait a moment and try again.";
	const time = seconds < 60 ? counted(Math.ceil(seconds), "second") : counted(Math.ceil(seconds / 60), "minute");
	return `Too many tries. Try again in ${time}.`;
}
