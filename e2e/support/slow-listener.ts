import { type IncomingMessage, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** How a stream ended: `whole` when its end came too. */
export type Ending = { whole: boolean; received: number };

/** In bytes, taken every 20 ms. */
const sip = 4_096;

/** Hears a stream as a player does: a little at a time, so that most of a long song has yet to be sent. */
export class SlowListener {
	private received = 0;
	private isHurried = false;
	readonly ended: Promise<Ending>;

	private constructor(private readonly answer: IncomingMessage) {
		answer.pause();
		this.ended = new Promise((resolve) => {
			const end = () => resolve({ whole: answer.complete, received: this.received });
			// A connection that breaks off is what is waited for; `close` follows.
			answer.on("error", () => {});
			answer.once("close", end);
		});
		void this.sip();
	}

	/** Resolves once the first bytes have come. Throws when the stream is refused. */
	static async listen(url: string, path: string, headers: Record<string, string> = {}): Promise<SlowListener> {
		const answer = await new Promise<IncomingMessage>((resolve, reject) => {
			request(new URL(path, url), { headers, agent: false }, resolve).once("error", reject).end();
		});
		if (answer.statusCode !== 200) throw new Error(`the stream answered ${answer.statusCode}`);
		const listener = new SlowListener(answer);
		while (listener.received === 0 && !answer.destroyed) await wait(5);
		return listener;
	}

	/**
	 * Reads all that still comes, as fast as it comes. A stream that is not cut then is soon whole: what was to cut it must have done so before, and
	 * how soon that was needs no clock.
	 */
	hurry(): Promise<Ending> {
		if (!this.isHurried) this.answer.on("data", (chunk: Buffer) => (this.received += chunk.length)).resume();
		this.isHurried = true;
		return this.ended;
	}

	private async sip(): Promise<void> {
		while (!this.answer.destroyed && !this.isHurried) {
			const chunk: Buffer | null = this.answer.read(sip);
			this.received += chunk?.length ?? 0;
			await wait(20);
		}
	}
}
