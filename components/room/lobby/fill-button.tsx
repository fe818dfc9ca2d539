import { Sparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { toast } from "@/components/ui/toast";
import { filmKey } from "@/lib/rooms/movie";
import { findAllFilms } from "../catalogue";
import { useInside } from "../room-context";
import { addFilms } from "./change-ballot";
import type { Ballot } from "./use-ballot";

/** How many films one press adds. */
const handful = 10;

/** Adds films that suit what everybody said they would like: others at every press. */
export function FillButton({ ballot }: { ballot: Ballot }) {
	const { preferences } = useInside().data;
	const [isAsking, setAsking] = useState(false);

	async function fill() {
		setAsking(true);
		const found = await findAllFilms(preferences);
		setAsking(false);
		const there = new Set(ballot.now().map(filmKey));
		const fresh = (found ?? []).filter((film) => !there.has(filmKey(film)));
		if (found === null) void toast("The catalogue does not answer. Try again in a moment.", "bad");
		else if (fresh.length === 0) void toast("Nothing else in the catalogue suits everybody. Other genres or years may.");
		else {
			const { count, undo } = addFilms(ballot, mixed(fresh).slice(0, handful));
			if (count > 0) void toast(`${counted(count, "movie")} added`, "good", { undo });
		}
	}

	return (
		<Button
			className="max-sm:h-auto max-sm:min-h-11 max-sm:py-2 max-sm:whitespace-normal sm:justify-self-start"
			held={isAsking}
			onClick={() => void fill()}
		>
			<Sparkles aria-hidden="true" /> Fill from everybody’s preferences
		</Button>
	);
}

/** In an order that chance gives. */
function mixed<T>(all: readonly T[]): T[] {
	return all
		.map((one) => ({ one, lot: Math.random() }))
		.sort((a, b) => a.lot - b.lot)
		.map(({ one }) => one);
}
