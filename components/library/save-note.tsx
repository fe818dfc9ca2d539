import { Check, CloudAlert, FileWarning, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { SaveState, Saving } from "./use-autosave";

const words: Record<SaveState, (problem: string | null) => ReactNode> = {
	saved: () => (
		<>
			<Check aria-hidden="true" /> Saved
		</>
	),
	saving: () => (
		<>
			<LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> Saving…
		</>
	),
	failed: (problem) => (
		<>
			<CloudAlert aria-hidden="true" /> Not saved. {problem}
		</>
	),
	conflict: () => (
		<>
			<FileWarning aria-hidden="true" /> Changed elsewhere meanwhile.
		</>
	),
	gone: () => (
		<>
			<FileWarning aria-hidden="true" /> Deleted elsewhere meanwhile.
		</>
	),
};

/** Whether everything typed is safe, and what to do when it is not. */
export function SaveNote({ state, problem, retry, keepMine, takeTheirs, compare }: Saving) {
	const calm = state === "saved" || state === "saving";
	return (
		<div className="flex min-h-9 flex-wrap items-center justify-end gap-2 text-[0.8125rem]">
			<span role="status" className={`flex items-center gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0 ${calm ? "text-ink-3" : "text-bad"}`}>
				{words[state](problem)}
			</span>
			{state === "failed" && (
				<Button size="s" onClick={retry}>
					Try again
				</Button>
			)}
			{state === "conflict" && compare && (
				<Button size="s" onClick={compare}>
					See both versions
				</Button>
			)}
			{state === "conflict" && !compare && (
				<>
					<Button size="s" onClick={takeTheirs}>
						Load that version
					</Button>
					<Button size="s" onClick={keepMine}>
						Keep mine
					</Button>
				</>
			)}
		</div>
	);
}
