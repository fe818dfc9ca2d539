import { toSharedDocument } from "@/lib/contracts/content";
import { kindNamed } from "@/lib/kinds/registry";
import type { World } from "@/lib/ports";
import type { Admitted } from "@/lib/shares/admit";
import { readUnless, type Shown } from "@/lib/shares/watch";
import { sendNewest } from "./newest";
import type { Sockets } from "./sockets";

type Document = ReturnType<typeof toSharedDocument>;
type Told = { data: Document; timestamp: string };
/** `breath` in ms: visitors are told at most so often, of many changes the state after them. */
type Way = { breath: number; send(io: Sockets, place: string, told: Told): void };

const ways: Partial<Record<string, Way>> = {
	list: { breath: 100, send: (io, place, told) => sendNewest(io, place, "listUpdated", { type: "LIST_UPDATE", ...told }) },
	note: { breath: 100, send: (io, place, told) => sendNewest(io, place, "noteUpdated", { type: "noteUpdated", ...told }) },
	whiteboard: {
		breath: 500,
		send: (io, place, told) => sendNewest(io, place, "whiteboardUpdated", { type: "whiteboardUpdated", ...told }),
	},
};

/** What visitors see of a list, a note or a whiteboard, followed from change to change. */
export type PageContent = {
	breath: number;
	/** As it was last seen here; null before that. */
	shown(): { title: string; updatedAt: string } | null;
	/** Looks what the link shows, and tells nobody. */
	look(share: Admitted): Promise<void>;
	/** Looks again, and tells the room when it is another. */
	tell(io: Sockets, place: string, share: Admitted): Promise<void>;
};

/** Null for what does not change before a visitor's eyes. */
export function pageContent(world: World, kindName: string): PageContent | null {
	const way = ways[kindName];
	if (!way) return null;
	const kind = kindNamed(kindName);
	let last: { mark: string; title: string; updatedAt: string } | null = null;
	/** One look after the other: none may find less than the one before. */
	let turn: Promise<unknown> = Promise.resolve();

	function news(share: Admitted): Promise<Document | null> {
		const look = turn.then(() => readUnless(world, kind, share, last?.mark ?? null)).then((shown) => shown && keep(shown));
		turn = look.catch(() => {});
		return look;
	}

	function keep({ mark, read }: Shown): Document {
		const data = toSharedDocument(read);
		last = { mark, title: data.title, updatedAt: data.updated_at };
		return data;
	}

	return {
		breath: way.breath,
		shown: () => last,
		async look(share) {
			await news(share);
		},
		async tell(io, place, share) {
			const data = await news(share);
			if (data) way.send(io, place, { data, timestamp: world.clock.now().toISOString() });
		},
	};
}
