import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { subscribers } from "@/lib/drivers/memory/subscribers";
import { type Report, reporter } from "@/lib/drivers/report";
import { within } from "@/lib/drivers/within";
import type { Bus } from "@/lib/ports";
import { beatEvery, hearing } from "./hearing";
import { read, type Wire, write } from "./wire";

/** How long `publish` waits for Redis, in ms. */
const patience = 500;

export type RedisBus = Bus & {
	/** Whether what other instances say arrives in time. */
	isSure(): boolean;
	close(): Promise<void>;
};

/**
 * Messages between the processes that use the same channel of a Redis: over `redis` it speaks, over a connection of its own it hears. What is
 * said here is heard here without Redis. Until it hears the others, and whenever it does not, it is unsure.
 */
export function redisBus(redis: Redis, channel: string, report: Report = reporter("Redis")): RedisBus {
	const me = randomUUID();
	const { tell, tellUnsure, subscribe, subscribeAll } = subscribers();
	const ear = hearing(me, tellUnsure);
	const hearer = redis.duplicate();
	let isAsking = false;
	/** Something was said that Redis did not take: as soon as it takes words again the others have to look for themselves. */
	let owesWord = false;

	hearer.on("error", (error) => report("the connection failed", error));
	hearer.on("ready", () => hearer.subscribe(channel).catch((error: unknown) => report("subscribing failed", error)));
	hearer.on("close", ear.lost);
	hearer.on("message", (_channel, text) => {
		const wire = read(text);
		// Another version of this program said what this one does not know; it may have been about a change.
		if (wire) take(wire);
		else tellUnsure();
	});

	function take(wire: Wire): void {
		if (wire.kind === "beat") ear.hear(wire.from, wire);
		else if (wire.kind === "bye") ear.bye(wire.from);
		else if (wire.from === me) return;
		else if (wire.topic === "*") tellUnsure();
		else tell(wire.topic, wire.message);
	}

	/** Rejects when Redis has not taken it in time. */
	const say = (wire: Wire) => within(patience, redis.publish(channel, write(wire)));

	async function tellOthers(topic: string, message: string): Promise<void> {
		try {
			await say({ kind: "told", from: me, topic, message });
		} catch (error) {
			owesWord = true;
			report("a message was not taken", error);
		}
	}

	/** A connection on which nothing is asked would never be found dead: asked, it answers or is given up. */
	async function ask(): Promise<void> {
		if (isAsking || hearer.status !== "ready") return;
		isAsking = true;
		await hearer.ping().catch(() => {});
		isAsking = false;
	}

	async function beat(): Promise<void> {
		const state = ear.beat();
		if (!state.isSure) void ask();
		try {
			await say({ kind: "beat", from: me, ...state });
		} catch (error) {
			return report("a message was not taken", error);
		}
		if (!owesWord) return;
		owesWord = false;
		await tellOthers("*", "unsure");
	}

	const beats = setInterval(beat, beatEvery).unref();
	return {
		async publish(topic, message) {
			tell(topic, message);
			await tellOthers(topic, message);
		},
		subscribe,
		subscribeAll,
		isSure: ear.isSure,
		async close() {
			clearInterval(beats);
			await say({ kind: "bye", from: me }).catch(() => {});
			hearer.disconnect();
		},
	};
}
