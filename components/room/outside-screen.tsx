import { DoorClosed, DoorOpen, Hourglass, type LucideIcon, Users, Wind } from "lucide-react";
import { Button, buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";
import type { Trouble } from "./state";

type Words = { icon: LucideIcon; title: string; text: string; retry?: string };

const words: Record<Trouble | "left", Words> = {
	gone: {
		icon: DoorClosed,
		title: "This room is not there",
		text: "It may have ended, or a digit of the code is off. Rooms end a day after they were last used.",
	},
	full: { icon: Users, title: "This room is full", text: "Somebody has to leave before you can come in.", retry: "Try again" },
	limited: {
		icon: Hourglass,
		title: "One moment",
		text: "Too many codes were tried from here. Wait a minute, then try again.",
		retry: "Try again",
	},
	away: {
		icon: Wind,
		title: "The room does not answer",
		text: "Your connection may be down, or ours. Nothing in the room is lost.",
		retry: "Try again",
	},
	left: { icon: DoorOpen, title: "You left the room", text: "Your votes stay. Come back whenever you like.", retry: "Come back" },
};

/** Why somebody is not in the room, and the ways on. */
export function OutsideScreen({ reason, onRetry }: { reason: Trouble | "left"; onRetry?: () => void }) {
	const { icon, title, text, retry } = words[reason];
	return (
		<CalmScreen
			icon={icon}
			title={title}
			action={
				<div className="flex flex-wrap justify-center gap-2.5">
					{retry && onRetry && (
						<Button tone="primary" onClick={onRetry}>
							{retry}
						</Button>
					)}
					<a href="/room" className={buttonClass()}>
						{reason === "gone" ? "Create or join a room" : "To another room"}
					</a>
				</div>
			}
		>
			{text}
		</CalmScreen>
	);
}
