import { useRef, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { type Likes, recallRoom, rememberRoom } from "../memory";
import { useInside } from "../room-context";
import { useGenres } from "../use-genres";
import { Card } from "./card";
import { GenreChips } from "./genre-chips";
import { YearFields, yearsOf } from "./year-fields";

/** What somebody would like to see, said as they choose; and what all of them would like together. */
export function LikesForm() {
	const { code, ask } = useInside();
	const known = useGenres();
	const [likes, setLikes] = useState<Likes>(() => recallRoom(code).likes ?? { genres: [] });
	const [years, setYears] = useState({ from: String(likes.from ?? ""), to: String(likes.to ?? "") });
	const queue = useRef(Promise.resolve());

	function choose(next: Likes) {
		setLikes(next);
		rememberRoom(code, { likes: next });
		queue.current = queue.current.then(() => ask("POST", "/api/session/preferences", next)).then(() => undefined);
	}

	return (
		<Card title="What would you like to see?">
			<div className="grid gap-4">
				{known === null ? (
					<Skeleton className="h-20" />
				) : (
					known.length > 0 && (
						<GenreChips label="Genres you like" all={known} value={likes.genres} onChange={(genres) => choose({ ...likes, genres })} />
					)
				)}
				<YearFields
					years={years}
					onChange={(typed) => {
						setYears(typed);
						const next = yearsOf(typed);
						if (next.from !== likes.from || next.to !== likes.to) choose({ genres: likes.genres, ...next });
					}}
				/>
				<Together />
			</div>
		</Card>
	);
}

/** What everybody would like, in a sentence. */
function Together() {
	const { genres, from, to } = useInside().data.preferences;
	const years = from && to ? `${from} to ${to}` : from ? `from ${from}` : to ? `until ${to}` : "";
	return (
		<p aria-live="polite" className="text-sm text-ink-2 wrap-anywhere">
			{genres.length > 0 || years ? "Everybody together: " : "Nobody has said anything yet."}
			<bdi>{genres.join(", ")}</bdi>
			{genres.length > 0 && years ? ` · ${years}` : years}
		</p>
	);
}
