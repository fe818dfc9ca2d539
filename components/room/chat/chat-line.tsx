import { clsx } from "clsx";
import type { ChatMessage } from "@/lib/live/events";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Something that somebody said; `isNext`: the line above is theirs too. */
export function ChatLine({ message, isOwn, isNext }: { message: ChatMessage; isOwn: boolean; isNext: boolean }) {
	const { senderName, text, timestamp } = message;
	return (
		<div className={clsx("flex flex-col", isNext ? "mt-1" : "mt-3", isOwn ? "items-end" : "items-start")}>
			<p className={clsx("mb-1 text-[0.8125rem] text-ink-3", isNext && "sr-only")}>
				{isOwn ? "You" : <bdi className="wrap-anywhere">{senderName}</bdi>} ·{" "}
				<time dateTime={new Date(timestamp).toISOString()}>{clock.format(timestamp)}</time>
			</p>
			<p
				dir="auto"
				className={clsx(
					"w-fit max-w-[85%] rounded-lg px-3.5 py-2 text-left wrap-anywhere",
					isOwn ? "bg-accent text-brand-ink" : "bg-sunken",
				)}
			>
				{text}
			</p>
		</div>
	);
}
