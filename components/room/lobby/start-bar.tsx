import { Play } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { ballotLimits } from "@/lib/rooms/movie";
import { useInside } from "../room-context";
import type { Ballot } from "./use-ballot";

const modes = [
	{ value: "classic", label: "Classic" },
	{ value: "tournament", label: "Tournament" },
] as const;
const about = {
	classic: "Everybody gives every movie 1 to 5.",
	tournament: "Two movies at a time, until one is left.",
};

/** How it is voted, and the start of it. */
export function StartBar({ ballot }: { ballot: Ballot }) {
	const { data, ask } = useInside();
	const id = useId();
	const [mode, setMode] = useState(data.mode);
	const [isStarting, setStarting] = useState(false);
	const missing = ballotLimits.min - ballot.films.length;

	async function start() {
		setStarting(true);
		if (await ballot.flush()) await ask("POST", "/api/start-game", { mode });
		setStarting(false);
	}

	return (
		<div className="mt-4 grid gap-3 border-t border-line pt-4">
			<div className="flex flex-wrap items-center justify-between gap-3">
				<FilterChips label="How you vote" value={mode} options={modes} onChange={setMode} />
				<Button
					tone="primary"
					size="l"
					held={missing > 0 || isStarting}
					aria-describedby={id}
					className="max-sm:w-full"
					onClick={() => void start()}
				>
					<Play aria-hidden="true" className="fill-current" /> Start
				</Button>
			</div>
			<p id={id} aria-live="polite" className="text-sm text-ink-2">
				{missing > 0 ? (missing === 1 ? "One more movie, and you can start." : "Add two movies, and you can start.") : about[mode]}
			</p>
		</div>
	);
}
