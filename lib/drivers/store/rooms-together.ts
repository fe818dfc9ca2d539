import type { Bus, Changed, RoomStore, Rooms, StoredRoom } from "@/lib/ports";
import { unavailable } from "@/lib/refused";

type Job = {
	change(room: unknown): Changed<unknown>;
	done(result: unknown): void;
	fail(error: unknown): void;
	now: Date;
	expiresAt: Date;
};
type Remembered = StoredRoom & { expiresAt: Date };
type Outcome = { job: Job; result: unknown } | { job: Job; error: unknown };

/** Other instances can be faster so many times in a row. */
const mostAttempts = 200;
/** Rooms that are remembered from write to write: some hundred kB each, should all of them be full. */
const mostRemembered = 100;

/** A code is given again when its room is gone. What somebody remembers of that one must be at no version of the next. In seconds, so that a database counts on. */
export const firstVersion = (now: Date): number => Math.floor(now.getTime() / 1_000);

/**
 * Rooms on a store: what many people do to one room at the same moment is done one after the other and written together, by compare-and-swap, so that nothing is
 * lost whoever else writes. Each is answered after the write that holds its change.
 */
export function roomsTogether(store: RoomStore, bus: Bus): Rooms {
	/** Of each room that is being written, what waits for the next write. */
	const waiting = new Map<string, Job[]>();
	/** Rooms as they were written here last, the oldest first. Another instance may have written since. */
	const written = new Map<string, Remembered>();

	function remember(code: string, room: Remembered): void {
		written.delete(code);
		written.set(code, room);
		const [oldest] = written.keys();
		if (written.size > mostRemembered && oldest !== undefined) written.delete(oldest);
	}

	async function work(code: string): Promise<void> {
		for (let jobs = waiting.get(code) ?? []; jobs.length > 0; jobs = waiting.get(code) ?? []) {
			waiting.set(code, []);
			try {
				await write(code, jobs);
			} catch (error) {
				for (const { fail } of jobs) fail(error);
			}
		}
		waiting.delete(code);
	}

	async function write(code: string, jobs: Job[]): Promise<void> {
		const last = jobs.at(-1) as Job;
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			const before = written.get(code);
			written.delete(code);
			const remembered = before && before.expiresAt > last.now ? before : undefined;
			const from = remembered ?? (await store.read(code, last.now));
			if (!from) {
				for (const { done } of jobs) done(null);
				return;
			}
			const { room, outcomes } = applied(from.room, jobs);
			// Only a write tells that what was remembered was true.
			if (remembered && (room === from.room || outcomes.some((outcome) => "error" in outcome))) continue;
			const isWritten = room === from.room || (await store.swap(code, from.version, room as object, last.now, last.expiresAt));
			if (!isWritten) continue;
			remember(code, { version: from.version + (room === from.room ? 0 : 1), room, expiresAt: last.expiresAt });
			// Whoever waits for an answer may ask anybody in the next moment: they have to know.
			if (room !== from.room) await bus.publish(`room:${code}`, "changed");
			for (const outcome of outcomes) {
				if ("error" in outcome) outcome.job.fail(outcome.error);
				else outcome.job.done(outcome.result);
			}
			return;
		}
		throw unavailable();
	}

	return {
		create(code, room, now, expiresAt) {
			written.delete(code);
			return store.create(code, room, now, expiresAt);
		},
		read: store.read,
		sweep: store.sweep,
		change<Result>(code: string, change: (room: unknown) => Changed<Result>, now: Date, expiresAt: Date) {
			return new Promise<Result | null>((resolve, reject) => {
				const job: Job = { change, done: (result) => resolve(result as Result | null), fail: reject, now, expiresAt };
				const line = waiting.get(code);
				if (line) line.push(job);
				else {
					waiting.set(code, [job]);
					void work(code);
				}
			});
		},
	};
}

function applied(before: unknown, jobs: readonly Job[]): { room: unknown; outcomes: Outcome[] } {
	let room = before;
	const outcomes = jobs.map((job): Outcome => {
		try {
			const changed = job.change(room);
			room = changed.room;
			return { job, result: changed.result };
		} catch (error) {
			return { job, error };
		}
	});
	return { room, outcomes };
}
