import { faultsOf, typeInWords } from "@/lib/http/issues";
import type { Clock } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { type Budget, budget } from "./budget";
import { type Ack, type ClientEvent, clientEvents, type Said } from "./events";
import type { LiveSocket } from "./sockets";
import { inWords } from "./words";

/** What is done for each event; what it answers goes into the acknowledgement. */
export type Handlers = { [Event in ClientEvent]: (socket: LiveSocket, said: Said<Event>) => Promise<object | undefined> };

const isClientEvent = (event: string): event is ClientEvent => Object.hasOwn(clientEvents, event);

/**
 * Hears what a socket says: counted, parsed, one after the other, each answered by its acknowledgement where the client passes one. Here stands the only try/catch of what is
 * live: a refusal becomes `error {message}`.
 */
export function converse(socket: LiveSocket, handlers: Handlers, clock: Clock): void {
	const { take } = budgetOf(socket.conn, clock);
	let turn: Promise<void> = Promise.resolve();
	socket.onAny((event: string, ...args: unknown[]) => {
		const verdict = take(event);
		if (verdict === "flood") {
			socket.disconnect(true);
			return;
		}
		const ack = args.at(-1);
		const answer = typeof ack === "function" ? (said: Ack) => ack(said) : () => {};
		const said = typeof ack === "function" ? args.slice(0, -1) : args;
		if (verdict === "too many") return refuse(new Refused("rate_limited"), answer);
		turn = turn.then(() => hear(event, said, answer));
	});

	async function hear(event: string, said: unknown[], answer: (said: Ack) => void): Promise<void> {
		try {
			if (!isClientEvent(event)) throw new Refused("unknown_event");
			const done = await handlers[event](socket, parse(event, said) as never);
			answer({ ok: true, ...done });
		} catch (error) {
			if (!isRefused(error)) console.error(`${event} failed:`, error);
			refuse(error, answer);
		}
	}

	function refuse(error: unknown, answer: (said: Ack) => void): void {
		const message = inWords(error);
		socket.emit("error", { message });
		answer({ ok: false, message });
	}
}

/** A line has one budget, however often it is begun anew. */
const budgets = new WeakMap<object, Budget>();

function budgetOf(line: object, clock: Clock): Budget {
	const known = budgets.get(line) ?? budget(clock);
	budgets.set(line, known);
	return known;
}

function parse<Event extends ClientEvent>(event: Event, [payload, ...rest]: unknown[]): Said<Event> {
	const result = clientEvents[event].safeParse(payload, typeInWords);
	if (result.success && rest.length === 0) return result.data as Said<Event>;
	throw new Refused("bad_input", { fields: faultsOf(result.error?.issues ?? []) });
}
