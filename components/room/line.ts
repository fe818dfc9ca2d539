import { z } from "zod";
import { keepLine, sayOnceUp } from "@/components/live/line";
import type { LiveSocket } from "@/components/live/socket";
import { type Heard, type ServerEvent, serverEvents } from "@/lib/live/events";
import { forgetRoom, recallRoom, rememberRoom } from "./memory";
import { endOf, said } from "./refusals";
import type { RoomEvent } from "./state";

const acknowledged = z.union([z.looseObject({ ok: z.literal(true) }), z.object({ ok: z.literal(false), message: z.string() })]);

/** What a page says to its room. */
export type Line = { say: (text: string) => Promise<string | null>; leave: () => void; close: () => void };

/** Joins the room as who one is in it, and again whenever the line was broken; `tell` hears all that comes of it. */
export function openLine(code: string, tell: (event: RoomEvent) => void): Line {
	let socket: LiveSocket | null = null;
	let isOver = false;

	const hangUp = keepLine((opened) => {
		socket = opened;
		sayOnceUp(opened, "join-session", join, (answer) => {
			const heard = acknowledged.safeParse(answer).data;
			return isOver || heard?.ok || refused(heard?.message ?? "");
		});
		const down = () => isOver || tell({ type: "line", isUp: false });
		opened.on("connect_error", down);
		opened.on("disconnect", down);
		on("session-update", (data) => tell({ type: "update", data }));
		on("joined-session", (joined) => {
			rememberRoom(code, { participantToken: joined.participantToken });
			tell({ type: "joined", joined });
			// Whoever shows the host's token is not told it again.
			const { hostToken } = recallRoom(code);
			if (hostToken !== undefined) tell({ type: "host", hostToken });
		});
		on("host-granted", ({ hostToken }) => {
			rememberRoom(code, { hostToken });
			tell({ type: "host", hostToken });
		});
		on("chat-message", (message) => tell({ type: "message", message }));
		// What is refused is said in the acknowledgement too; that the room ended is said here alone.
		on("error", ({ message }) => message === said.notFound && refused(message));
	});

	function on<Event extends ServerEvent>(event: Event, then: (heard: Heard<Event>) => void) {
		const hear = (payload: unknown) => {
			const parsed = serverEvents[event].safeParse(payload);
			if (parsed.success && !isOver) then(parsed.data as Heard<Event>);
		};
		// The types of the two unions of all events cannot be brought together by the compiler.
		(socket as { on(event: string, listener: (payload: unknown) => void): void } | null)?.on(event, hear);
	}

	function join() {
		const { participantToken, hostToken, name } = recallRoom(code);
		return { sessionID: code, participantToken, hostToken, name };
	}

	/** Ends it, when there is no getting in; otherwise says when to try again. */
	function refused(message: string): boolean | "now" {
		if (message === said.notHost) {
			rememberRoom(code, { hostToken: undefined });
			return recallRoom(code).hostToken === undefined ? "now" : false;
		}
		const phase = endOf(message);
		if (phase === null) return false;
		close();
		if (phase === "naming") rememberRoom(code, { participantToken: undefined });
		if (phase === "gone") forgetRoom(code);
		tell({ type: "phase", phase });
		return true;
	}

	function close() {
		isOver = true;
		hangUp();
	}

	return {
		say: (text) =>
			new Promise((resolve) => {
				if (!socket?.connected) {
					resolve("You seem to be offline. Try again.");
					return;
				}
				socket.emit("chat-message", { roomCode: code, text }, (answer: unknown) => {
					const heard = acknowledged.safeParse(answer).data;
					resolve(heard?.ok ? null : (heard?.message ?? "That did not work. Try again in a moment."));
				});
			}),
		leave() {
			socket?.emit("leave-session", null);
			close();
		},
		close,
	};
}
