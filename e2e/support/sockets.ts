import { io, type Socket } from "socket.io-client";
import { expect } from "vitest";
import type { Ack, ClientEvent, ServerEvent } from "@/lib/live/events";
import { Ear } from "./ear";

/** A client that remembers what it heard, in order, by whichever library it speaks. */
export type Talk = Pick<Ear, "told" | "next"> & {
	/** Says it and waits for the acknowledgement. Any event and payload: servers must stand what is none. */
	say(event: ClientEvent | (string & {}), ...payload: unknown[]): Promise<Ack & Record<string, unknown>>;
};
export type Line = Talk & { socket: Socket; close(): void };

const opened: Socket[] = [];

/** Hangs up every line of this file; for `afterEach`. */
export function hangUp(): void {
	for (const socket of opened.splice(0)) socket.disconnect();
}

type Options = { token?: string; headers?: Record<string, string>; transports?: ("websocket" | "polling")[] };

/** A line to the server, as soon as it stands. Rejects with what the server said when it refuses. */
export async function connect(url: string, { token, headers, transports = ["websocket"] }: Options = {}): Promise<Line> {
	const socket = io(url, {
		transports,
		forceNew: true,
		reconnection: false,
		...(token ? { auth: { token } } : {}),
		extraHeaders: headers ?? {},
	});
	opened.push(socket);
	const ear = new Ear();
	socket.onAny((event: string, payload: unknown) => ear.hear(event, payload));
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve);
		socket.once("connect_error", reject);
	});
	return {
		socket,
		told: ear.told,
		next: ear.next.bind(ear),
		async say(event, ...payload) {
			return socket.timeout(40_000).emitWithAck(event, ...payload);
		},
		close: () => socket.disconnect(),
	};
}

/** What was heard of this kind, in order. */
export function heardOf({ told }: Pick<Talk, "told">, event: ServerEvent): unknown[] {
	return told.filter((each) => each.event === event).map(({ payload }) => payload);
}

/** Says something that is refused in these words, by the acknowledgement and by an `error`. */
export async function refusedWith(line: Talk, words: string | RegExp, event: string, ...payload: unknown[]): Promise<void> {
	const message = words instanceof RegExp ? expect.stringMatching(words) : words;
	expect(await line.say(event, ...payload)).toEqual({ ok: false, message });
	expect(await line.next("error")).toEqual({ message });
}
