import { type ReactNode, useEffect, useRef } from "react";
import { useInside } from "../room-context";
import { Sheet, type SheetProps } from "../sheet";
import { ChatField } from "./chat-field";
import { ChatLine } from "./chat-line";

/** What is said in the room since one came in. */
export function ChatSheet(sheet: SheetProps) {
	const { messages, me } = useInside();
	return (
		<Sheet title="Chat" {...sheet}>
			<Messages count={messages.length}>
				{messages.length === 0 && (
					<p className="grid min-h-40 place-items-center text-center text-ink-3">Nothing has been said yet since you came in.</p>
				)}
				{messages.map((message, at) => (
					<ChatLine
						key={message.id}
						message={message}
						isOwn={message.senderId === me}
						isNext={messages[at - 1]?.senderId === message.senderId}
					/>
				))}
			</Messages>
			<ChatField />
		</Sheet>
	);
}

/** The lines of it, the last one in sight. */
function Messages({ count, children }: { count: number; children: ReactNode }) {
	const list = useRef<HTMLElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another line is to be seen
	useEffect(() => {
		list.current?.scrollTo(0, list.current.scrollHeight);
	}, [count]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
		<section ref={list} aria-label="Messages" aria-live="polite" tabIndex={0} className="h-[min(24rem,50svh)] overflow-y-auto rounded-sm">
			{children}
		</section>
	);
}
