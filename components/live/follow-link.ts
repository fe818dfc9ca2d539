import { z } from "zod";
import { api } from "@/components/api";
import { closedLink, serverEvents } from "@/lib/live/events";
import { keepLine, sayOnceUp } from "./line";
import type { Cut, News } from "./live-context";
import type { LiveSocket } from "./socket";

const document = z.looseObject({ title: z.string(), updated_at: z.string() });
const update = z.object({ data: document });

type Followed = {
	code: string;
	/** The call that answers what the link shows; null for a page that the server renders anew. */
	path: string | null;
	/** ISO: as of when the page is. */
	shownAt(): string | undefined;
};
type Hear = { line(isUp: boolean): void; count(count: number): void; news(news: News): void; cut(why: Cut): void };

/** Hears all that becomes of a link while its page is open. Answers how to stop. */
export function followLink({ code, path, shownAt }: Followed, hear: Hear): () => void {
	const end = keepLine((socket) => {
		sayOnceUp(
			socket,
			"watchShare",
			() => code,
			(answer) => {
				if (!answer.ok) {
					if (answer.message === closedLink) cut("unsure");
					return false;
				}
				hear.line(true);
				// It changed between the page and the line, or while the line was down.
				if (typeof answer.updatedAt === "string" && answer.updatedAt !== shownAt()) void catchUp(answer.updatedAt);
				return true;
			},
		);
		socket.on("disconnect", () => hear.line(false));
		socket.on("viewerCount", (count) => hear.count(serverEvents.viewerCount.catch(0).parse(count)));
		socket.on("sharedContentRevoked", (said) => cut(serverEvents.sharedContentRevoked.safeParse(said).data?.reason ?? "unsure"));
		hearUpdates(socket, hear.news);
	});

	async function catchUp(updatedAt: string): Promise<void> {
		if (!path) return hear.news({ updatedAt, title: null, data: null });
		const answer = await api<unknown>("GET", path);
		const read = document.safeParse(answer.ok ? answer.data : null);
		if (read.success) hear.news(newsOf(read.data));
	}

	function cut(why: Cut): void {
		end();
		hear.cut(why);
	}

	return end;
}

function hearUpdates(socket: LiveSocket, tell: (news: News) => void): void {
	const take = (schema: z.ZodType) => (said: unknown) => {
		if (schema.safeParse(said).success) tell(newsOf(update.parse(said).data));
	};
	socket.on("listUpdated", take(serverEvents.listUpdated));
	socket.on("noteUpdated", take(serverEvents.noteUpdated));
	socket.on("whiteboardUpdated", take(serverEvents.whiteboardUpdated));
}

const newsOf = (data: z.output<typeof document>): News => ({ updatedAt: data.updated_at, title: data.title, data });
