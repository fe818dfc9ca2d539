import { DoorOpen, Ellipsis, Link as LinkIcon, MessageCircle } from "lucide-react";
import { lazy, useEffect } from "react";
import { copyLink } from "@/components/share/copy-link";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { useLazyOpen } from "@/components/ui/lazy-open";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useUnread } from "./chat/use-unread";
import { codeText } from "./code-text";
import { Faces } from "./faces";
import { useInside } from "./room-context";

const ChatSheet = lazy(async () => ({ default: (await import("./chat/chat-sheet")).ChatSheet }));
const PeopleSheet = lazy(async () => ({ default: (await import("./people-sheet")).PeopleSheet }));

/** The bar above a room: its code, who is here, the chat, and the way out. */
export function RoomBar() {
	const { code, url, data, messages, me, leave, announce } = useInside();
	const chat = useLazyOpen();
	const people = useLazyOpen();
	const unread = useUnread(messages, me, chat.open);
	useEffect(() => {
		if (unread > 0) announce(counted(unread, "new message"));
	}, [unread, announce]);
	const here = data.participants.filter(({ connected }) => connected);
	return (
		<header className="sticky top-0 z-10 flex h-14 items-center gap-1 bg-paper/90 px-4 backdrop-blur-lg sm:h-16 sm:px-6">
			<span className="flex h-7 items-center rounded-full bg-sunken px-3 text-sm font-semibold tracking-[0.08em] whitespace-nowrap text-ink-2 tabular-nums">
				<span className="sr-only">Room </span>
				{codeText(code)}
			</span>
			<span className="grow" />
			<button
				type="button"
				aria-haspopup="dialog"
				onClick={() => people.setOpen(true)}
				className="grid h-9 place-items-center rounded-full px-1.5 hover:bg-sunken"
			>
				<span className="sr-only">{counted(here.length, "person", "people")} here</span>
				<Faces people={here} />
			</button>
			<Button
				tone="quiet"
				size="s"
				icon
				aria-label={unread > 0 ? `Chat, ${unread} new` : "Chat"}
				aria-haspopup="dialog"
				className="relative"
				onClick={() => chat.setOpen(true)}
			>
				<MessageCircle />
				{unread > 0 && (
					<span className="absolute -top-0.5 -right-0.5 grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-full bg-room px-1 text-[0.6875rem] leading-none font-semibold text-brand-ink">
						{unread > 99 ? "99+" : unread}
					</span>
				)}
			</Button>
			<Menu
				trigger={
					<Button tone="quiet" size="s" icon aria-label="Room menu">
						<Ellipsis />
					</Button>
				}
			>
				<MenuItem onSelect={() => void copyLink(url)}>
					<LinkIcon aria-hidden="true" /> Copy room link
				</MenuItem>
				<MenuItem danger onSelect={leave}>
					<DoorOpen aria-hidden="true" /> Leave room
				</MenuItem>
			</Menu>
			{chat.whenWanted(<ChatSheet open={chat.open} onOpenChange={chat.setOpen} />)}
			{people.whenWanted(<PeopleSheet open={people.open} onOpenChange={people.setOpen} />)}
		</header>
	);
}
