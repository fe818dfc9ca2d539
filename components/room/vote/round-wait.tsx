import { isolated } from "@/components/ui/quoted";
import { useInside } from "../room-context";
import { namesText, stillVoting } from "../waiting";
import { UndoButton } from "./undo-button";

/** Who the round waits for, for who has voted on all of its pairs. */
export function RoundWait({ onUndo, mayUndo }: { onUndo: () => void; mayUndo: boolean }) {
	const { data, me } = useInside();
	const others = stillVoting(data, me);
	return (
		<div className="grid animate-in justify-items-center gap-3 rounded-xl bg-sunken px-5 py-10">
			<p role="status" className="text-lg font-[550] wrap-anywhere">
				{others.length > 0 ? `Waiting for ${namesText(others, isolated)}` : "One moment…"}
			</p>
			<UndoButton onUndo={onUndo} disabled={!mayUndo} />
		</div>
	);
}
