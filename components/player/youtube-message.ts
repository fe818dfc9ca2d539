import { z } from "zod/mini";

const info = z.object({
	currentTime: z.optional(z.number()),
	duration: z.optional(z.number()),
	playerState: z.optional(z.number()),
});

const envelope = z.object({ event: z.string(), info: z.optional(z.unknown()) });

/** What a video has to say. Seconds; states are YouTube's numbers. */
export type YouTubeMessage =
	| { event: "ready" }
	| { event: "error"; code: number }
	| { event: "info"; time: number | undefined; duration: number | undefined; state: number | undefined };

/** Reads a message of the embedded player; null for everything that is none, or is of no use to us. */
export function readYouTubeMessage(data: unknown): YouTubeMessage | null {
	if (typeof data !== "string") return null;
	let json: unknown;
	try {
		json = JSON.parse(data);
	} catch {
		return null;
	}
	const said = envelope.safeParse(json).data;
	if (said?.event === "onReady") return { event: "ready" };
	const number = z.number().safeParse(said?.info).data;
	if (said?.event === "onError") return { event: "error", code: number ?? 0 };
	if (said?.event === "onStateChange")
		return number === undefined ? null : { event: "info", time: undefined, duration: undefined, state: number };
	if (said?.event !== "infoDelivery" && said?.event !== "initialDelivery") return null;
	const delivered = info.safeParse(said.info).data;
	return delivered ? { event: "info", time: delivered.currentTime, duration: delivered.duration, state: delivered.playerState } : null;
}
