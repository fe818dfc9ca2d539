import { ListPlus, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useInside } from "../room-context";

/** The host votes once more on the same films, or goes back to choose others. */
export function Again() {
	const { data, ask } = useInside();
	const [isAsking, setAsking] = useState(false);

	async function press(path: string, body: object) {
		setAsking(true);
		await ask("POST", path, body);
		setAsking(false);
	}

	return (
		<div className="flex flex-wrap justify-center gap-2.5">
			<Button tone="primary" size="l" held={isAsking} onClick={() => void press("/api/start-game", { mode: data.mode })}>
				<RotateCcw aria-hidden="true" /> Play again
			</Button>
			<Button size="l" held={isAsking} onClick={() => void press("/api/session/movies", { movies: data.movies })}>
				<ListPlus aria-hidden="true" /> Change the movies
			</Button>
		</div>
	);
}
