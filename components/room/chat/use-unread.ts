import { useState } from "react";
import type { ChatMessage } from "@/lib/live/events";

/** How many messages of others came since the chat was last open. */
export function useUnread(messages: readonly ChatMessage[], me: string, isOpen: boolean): number {
	const [read, setRead] = useState<string | null>(null);
	const last = messages.at(-1)?.id ?? null;
	if (isOpen && read !== last) setRead(last);
	const from = messages.findIndex(({ id }) => id === read) + 1;
	return messages.slice(from).filter(({ senderId }) => senderId !== me).length;
}
