import { isolated } from "@/components/ui/quoted";
import { Ranking } from "../results/ranking";
import { useInside } from "../room-context";
import { namesText, stillVoting } from "../waiting";
import { EndVote } from "./end-vote";
import { UndoButton } from "./undo-button";

/** How it stands, for who has voted on everything. */
export function ClassicDone({ onUndo }: { onUndo: () => void }) {
	const { data, me, isHost } = useInside();
	const others = stillVoting(data, me);
	return (
		<div className="animate-in pt-4">
			<h1 className="text-[2rem]">{others.length > 0 ? "That was all of them" : "Everybody has voted"}</h1>
			<p role="status" className="mt-2 text-ink-2 wrap-anywhere">
				{others.length > 0
					? `Still voting: ${namesText(others, isolated)}`
					: isHost
						? "Show the results whenever you like."
						: "The host shows the results next."}
			</p>
			<div className="mt-5 mb-6 flex flex-wrap items-center justify-center gap-3">
				{isHost && <EndVote isEarly={others.length > 0} />}
				<UndoButton onUndo={onUndo} disabled={false} />
			</div>
			<h2 className="mb-2 text-left text-lg">How it stands</h2>
			<Ranking results={data.results} />
		</div>
	);
}
