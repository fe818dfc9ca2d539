import { anyOwnItem } from "@/lib/items/own-item";
import type { Platform } from "@/lib/platform";
import { Refused } from "@/lib/refused";
import type { KindName } from "@/lib/shares/kind";
import { followLink } from "@/lib/shares/watch";
import type { Handlers } from "./conversation";
import { followed } from "./followed";
import { opened } from "./opened";
import { openSharedPage, type SharedPage, type Shown } from "./shared-page";
import type { LiveSocket, Sockets } from "./sockets";
import { viewers } from "./viewers";
import { openWatchedItem, type WatchedItem } from "./watched-item";

type Events = Omit<Handlers, "join-session" | "leave-session" | "chat-message">;
/** `welcome` is called with what the link shows before anything else is told of it. */
type Join = { kinds?: readonly KindName[]; welcome?: (shown: Shown) => void };

/** What sockets say and hear of shared things. */
export function sharedPages(world: Platform, io: Sockets) {
	const live = { world, io, viewers: viewers(world.bus) };
	const pages = opened<string, SharedPage>();
	const items = opened<number, WatchedItem>();
	const { of, begin, withRoom, end } = followed(world);

	async function join(socket: LiveSocket, code: string, { kinds, welcome }: Join = {}): Promise<{ updatedAt?: string }> {
		const link = await followLink(world, code, socket.data.visitor, kinds);
		if (!socket.connected) return {};
		const known = of(socket).pages;
		let updatedAt: string | undefined;
		const greet = (shown: Shown | null) => {
			updatedAt = shown?.updatedAt;
			if (shown) welcome?.(shown);
		};
		const mine = known.get(code) ? known : withRoom(socket).pages;
		const page = pages.get(code, (whenEmpty) => openSharedPage(live, link, whenEmpty));
		mine.set(code, page);
		const forget = () => void (mine.get(code) === page && mine.delete(code));
		const isIn = await page.enter(socket, { welcome: greet, cut: forget }).catch((error: unknown) => {
			forget();
			throw error;
		});
		if (!isIn) throw new Refused("share_not_followed");
		return updatedAt === undefined ? {} : { updatedAt };
	}

	async function leave(socket: LiveSocket, code: string): Promise<undefined> {
		const { pages } = of(socket);
		pages.get(code)?.leave(socket);
		pages.delete(code);
	}

	const handlers: Events = {
		watchShare: (socket, code) => join(socket, code),
		joinSharedList: (socket, code) =>
			join(socket, code, {
				kinds: ["list"],
				welcome: ({ title }) => socket.emit("joinedSharedList", { message: "Joined shared list", listTitle: title }),
			}),
		joinSharedNote: (socket, code) =>
			join(socket, code, {
				kinds: ["note"],
				welcome: ({ title }) => socket.emit("joinedSharedNote", { message: "Joined shared note", noteTitle: title }),
			}),
		joinSharedWhiteboard: (socket, code) =>
			join(socket, code, {
				kinds: ["whiteboard"],
				welcome: ({ title }) => socket.emit("joinedSharedWhiteboard", { message: "Joined shared whiteboard", whiteboardTitle: title }),
			}),
		unwatchShare: leave,
		leaveSharedList: leave,
		leaveSharedNote: leave,
		leaveSharedWhiteboard: leave,
		async watchItem(socket, id) {
			const { owner } = socket.data.visitor;
			if (!owner) throw new Refused("unauthorized");
			const item = await anyOwnItem(world, owner, id);
			if (!socket.connected || !socket.data.visitor.owner) return undefined;
			const known = of(socket).items;
			const mine = known.has(item.id) ? known : withRoom(socket).items;
			const watched = items.get(item.id, (whenEmpty) => openWatchedItem(live, item.id, whenEmpty));
			mine.set(item.id, watched);
			watched.enter(socket);
			return undefined;
		},
		async unwatchItem(socket, id) {
			const { items } = of(socket);
			items.get(Number(id))?.leave(socket);
			items.delete(Number(id));
			return undefined;
		},
	};

	return {
		handlers,
		came: begin,
		gone: end,
		close() {
			for (const each of [...pages.all(), ...items.all()]) each.close();
		},
	};
}
