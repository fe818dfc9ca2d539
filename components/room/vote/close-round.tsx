import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { isolated } from "@/components/ui/quoted";
import { useInside } from "../room-context";
import { namesText, stillVoting } from "../waiting";

/** The host decides the round as it stands. */
export function CloseRound({ roundIndex }: { roundIndex: number }) {
	const { data, me, ask } = useInside();
	const waiting = stillVoting(data, me);
	const [isAsking, setAsking] = useState(false);
	return (
		<>
			<Button className="mt-4" onClick={() => setAsking(true)}>
				Close this round
			</Button>
			<Confirm
				open={isAsking}
				onOpenChange={setAsking}
				title="Close this round now?"
				text={`${waiting.length > 0 ? `Still voting: ${namesText(waiting, isolated)}. ` : ""}Each pair is decided as it stands; a tie is drawn by lot.`}
				action="Close the round"
				cancel="Wait"
				onConfirm={() => void ask("POST", "/api/tournament/round", { roundIndex })}
			/>
		</>
	);
}
