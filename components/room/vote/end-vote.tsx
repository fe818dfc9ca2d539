import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { isolated } from "@/components/ui/quoted";
import { useInside } from "../room-context";
import { namesText, stillVoting } from "../waiting";

/** The host ends the vote; `isEarly`: somebody is still at it, and the host is asked first. */
export function EndVote({ isEarly, quiet = false }: { isEarly: boolean; quiet?: boolean }) {
	const { data, me, ask } = useInside();
	const [isAsking, setAsking] = useState(false);
	const waiting = stillVoting(data, me);
	const end = () => void ask("POST", "/api/session/finish");
	const text = waiting.length > 0 ? `Still voting: ${namesText(waiting, isolated)}. ` : "";
	return (
		<>
			<Button tone={quiet ? "quiet" : "primary"} size={quiet ? "s" : "l"} onClick={() => (isEarly ? setAsking(true) : end())}>
				{quiet ? "End the vote" : "Show results"}
			</Button>
			<Confirm
				open={isAsking}
				onOpenChange={setAsking}
				title="End the vote now?"
				text={`${text}What nobody has said yet will not count.`}
				action="Show results"
				cancel="Go on voting"
				onConfirm={end}
			/>
		</>
	);
}
