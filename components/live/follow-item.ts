import { keepLine, sayOnceUp } from "./line";

/** Hears how many people look at the links of an item of one's own; 0 while nobody says so. Answers how to stop. */
export function followItem(itemId: string, tell: (count: number) => void): () => void {
	return keepLine((socket) => {
		// Who may not know is told so once.
		sayOnceUp(
			socket,
			"watchItem",
			() => itemId,
			() => true,
		);
		socket.on("disconnect", () => tell(0));
		socket.on("viewerCount", (count) => {
			if (typeof count === "number") tell(count);
		});
	});
}
