import { CalendarClock, Hourglass, Link2Off } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";
import { LocalTime } from "@/components/ui/time-text";
import type { RefusalCode } from "./model";

const screens = {
	not_found: {
		icon: Link2Off,
		title: "This link is not available",
		text: () => "It may have been turned off by the person who shared it, or mistyped. If you still need it, ask them for a new one.",
	},
	expired: {
		icon: Hourglass,
		title: "This link has expired",
		text: () => "The person who shared it set an end date, and it has passed. If you still need it, ask them for a new one.",
	},
	not_open_yet: {
		icon: CalendarClock,
		title: "Not open yet",
		text: (opensAt: string | undefined): ReactNode =>
			opensAt ? (
				<>
					This link opens on <LocalTime at={opensAt} />. Come back then.
				</>
			) : (
				"This link opens later. Come back in a while."
			),
	},
};

/** Why a link does not open, and nothing about what it holds. */
export function Refusal({ code, opensAt }: { code: RefusalCode; opensAt?: string }) {
	const { icon, title, text } = screens[code];
	return (
		<CalmScreen
			icon={icon}
			title={title}
			action={
				<a href="/" className={buttonClass()}>
					Go to the start page
				</a>
			}
		>
			{text(opensAt)}
		</CalmScreen>
	);
}
