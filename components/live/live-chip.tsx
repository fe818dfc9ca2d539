"use client";

import { clsx } from "clsx";
import { Chip } from "@/components/ui/chip";
import { useLive } from "./live-context";
import { peopleLooking } from "./people-text";

/** Says that a page shows what is there now, and how many people look at it; quietly, that it does not while the line is down. */
export function LiveChip() {
	const { isUp, count } = useLive();
	const several = isUp && count !== null && count > 1 ? count : null;
	return (
		<>
			<span role="status" className="sr-only">
				{isUp === false ? "Reconnecting" : several && peopleLooking(several)}
			</span>
			{isUp !== null && (
				<Chip
					aria-hidden="true"
					tone={isUp ? "good" : "plain"}
					className="animate-in overflow-hidden whitespace-nowrap motion-reduce:animate-none"
				>
					<span className={clsx("size-1.5 shrink-0 rounded-full", isUp ? "bg-good" : "bg-ink-3")} />
					{isUp ? "Live" : "Reconnecting"}
					{several && (
						<span className="-ml-0.5 tabular-nums">
							· {several.toLocaleString("en")}
							<span className="max-sm:hidden"> looking</span>
						</span>
					)}
				</Chip>
			)}
		</>
	);
}
