import {
	CalendarClock,
	Hourglass,
	Link2Off,
	LockKeyhole,
	type LucideIcon,
	MailOpen,
	TicketX,
	UserRoundCheck,
	UserRoundX,
} from "lucide-react";
import type { ReactNode } from "react";
import { authPath } from "@/components/account/next-path";
import { buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";
import { LocalTime } from "@/components/ui/time-text";
import type { LinkRefusal, RefusalCode } from "./model";
import { OpenFirst } from "./open-first";
import { refusalTitle } from "./refusal-title";
import { SwitchAccount } from "./switch-account";
import { UnlockForm } from "./unlock-form";

type Screen = { icon: LucideIcon; text: (opensAt: string | undefined) => ReactNode; action?: (shareId: string, path: string) => ReactNode };

const screens: Record<RefusalCode, Screen> = {
	not_found: {
		icon: Link2Off,
		text: () => "It may have been turned off by the person who shared it, or mistyped. If you still need it, ask them for a new one.",
	},
	expired: {
		icon: Hourglass,
		text: () => "The person who shared it set an end date, and it has passed. If you still need it, ask them for a new one.",
	},
	used_up: {
		icon: TicketX,
		text: () =>
			"It could be opened a limited number of times, and it has been. If you still need it, ask the person who shared it for a new one.",
	},
	not_open_yet: {
		icon: CalendarClock,
		text: (opensAt) =>
			opensAt ? (
				<>
					This link opens on <LocalTime at={opensAt} />. Come back then.
				</>
			) : (
				"This link opens later. Come back in a while."
			),
	},
	locked: {
		icon: LockKeyhole,
		text: () => "It opens with a password. Ask the person who shared it, if you do not have it.",
		action: (shareId) => <UnlockForm shareId={shareId} />,
	},
	sign_in: {
		icon: UserRoundCheck,
		text: () => "It is shared with certain people only. Log in to show that you are one of them.",
		action: (_shareId, path) => (
			<div className="mx-auto grid w-72 max-w-full gap-2.5">
				<a href={authPath("/signin", path)} className={buttonClass({ tone: "primary", size: "l" })}>
					Log in
				</a>
				<a href={authPath("/signup", path)} className={buttonClass({ tone: "quiet", size: "l" })}>
					Create free account
				</a>
			</div>
		),
	},
	not_for_you: {
		icon: UserRoundX,
		text: () =>
			"It is shared with certain people, and the account that you are logged in with is not among them. A new account may have to be let in first by the person who shared it.",
		action: (_shareId, path) => <SwitchAccount next={path} />,
	},
	open_first: {
		icon: MailOpen,
		text: () =>
			"It opens a limited number of times. Pressing Open uses one of them; for the next 24 hours you can then come back to it here.",
		action: (shareId) => <OpenFirst shareId={shareId} />,
	},
};

const home = (
	<a href="/" className={buttonClass()}>
		Go to the start page
	</a>
);

/** Why a link does not open and what can be done about it, and nothing about what it holds. `path` is its page. */
export function Refusal({ refusal: { code, opensAt }, shareId, path }: { refusal: LinkRefusal; shareId: string; path: string }) {
	const { icon, text, action } = screens[code];
	return (
		<CalmScreen icon={icon} title={refusalTitle[code]} action={action?.(shareId, path) ?? home}>
			{text(opensAt)}
		</CalmScreen>
	);
}
