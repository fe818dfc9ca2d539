import { Clock, TicketX } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import type { MyShare } from "./model";

/** What each state of a link is called. */
export const stateWords = {
	live: "Live",
	scheduled: "Not open yet",
	expired: "Expired",
	used_up: "Used up",
	paused: "Off",
	ended: "Ended",
} satisfies Record<MyShare["state"], string>;

const tones = { live: "good", scheduled: "warn", expired: "warn", used_up: "warn", paused: "plain", ended: "plain" } as const;

/** A link's state, as a chip. */
export function ShareState({ state }: { state: MyShare["state"] }) {
	return (
		<Chip tone={tones[state]} className="whitespace-nowrap">
			{state === "live" && <span aria-hidden="true" className="size-[7px] rounded-full bg-current" />}
			{(state === "scheduled" || state === "expired") && <Clock aria-hidden="true" />}
			{state === "used_up" && <TicketX aria-hidden="true" />}
			{stateWords[state]}
		</Chip>
	);
}
