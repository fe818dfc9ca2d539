import { Check, CloudAlert, LoaderCircle } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { SaveState } from "./use-autosave";

/** Whether everything typed is safe. */
export function SaveNote({ state, problem, onRetry }: { state: SaveState; problem: string | null; onRetry: () => void }) {
	return (
		<div className="flex min-h-9 flex-wrap items-center gap-2 text-[0.8125rem]">
			<span role="status" className={`flex items-center gap-1.5 [&_svg]:size-4 ${state === "failed" ? "text-bad" : "text-ink-3"}`}>
				{state === "saved" && (
					<>
						<Check aria-hidden="true" /> Saved
					</>
				)}
				{state === "saving" && (
					<>
						<LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> Saving…
					</>
				)}
				{state === "failed" && (
					<>
						<CloudAlert aria-hidden="true" /> Not saved. {problem}
					</>
				)}
			</span>
			{state === "failed" && (
				<Button size="s" onClick={onRetry}>
					Try again
				</Button>
			)}
		</div>
	);
}
