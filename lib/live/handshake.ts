import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { readActor, visitorOf } from "@/lib/http/actor";
import { addressOf } from "@/lib/http/client-address";
import type { Platform } from "@/lib/platform";
import { isRefused } from "@/lib/refused";
import type { LiveSocket } from "./sockets";
import { inWords } from "./words";

type Allow = (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => void;

/** Refuses the page of another site, whose visitors' cookies would come along, and who has too many connections already. */
export function doorkeeper(world: Platform, hasRoom: (request: IncomingMessage) => boolean): Allow {
	return (request, decide) => {
		const { origin } = request.headers;
		const isOurs = origin === undefined || origin === world.origin;
		decide(isOurs ? "Too many connections" : "This request came from another site", isOurs && hasRoom(request));
	};
}

/** What can be a token at all; what cannot is none. */
const tokenForm = /^[\x21-\x7e]{1,200}$/;

/** Reads who connects, from what the browser sent along or from the token that a program shows (`auth.token`). */
export function introduce(world: Platform) {
	return async (socket: LiveSocket, next: (error?: Error) => void): Promise<void> => {
		const { request } = socket;
		const { token } = Object(socket.handshake.auth);
		const headers = new Headers();
		for (const name of ["cookie", "user-agent"] as const) {
			const value = request.headers[name];
			if (value !== undefined) headers.set(name, value);
		}
		try {
			if (z.string().regex(tokenForm).safeParse(token).success) headers.set("authorization", `Bearer ${token}`);
			const { owner } = await readActor(world, headers);
			if (owner) socket.data.isStillSignedIn = async () => (await readActor(world, headers)).owner?.id === owner.id;
			socket.data.visitor = visitorOf(world, headers, owner, addressOf(request, world.env.trustProxy));
			next();
		} catch (error) {
			if (!isRefused(error)) console.error("A handshake failed:", error);
			next(new Error(inWords(error)));
		}
	};
}
