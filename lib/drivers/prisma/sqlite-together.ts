import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Prisma } from "./generated/client";
import { pragmas } from "./sqlite-adapter";
import type { Statements, Together } from "./statements";
import type { Turns } from "./turns";

type Asked = { what: "run" | "all"; sql: string; values: unknown[] } | { what: "begin" | "commit" | "rollback" | "close" };
const reply = z.object({
	answer: z.unknown().optional(),
	failed: z.object({ code: z.string().optional(), message: z.string() }).optional(),
});
/** A connection on a thread of its own: it answers in the order in which it is asked. */
type Thread = { ask(asked: Asked): Promise<unknown> };

const writer = resolve("lib", "drivers", "prisma", "sqlite-writer.mjs");

/**
 * Groups on a connection of their own, in turn with whatever else writes to the file in this process, and on a thread of its own: a
 * commit waits for the disk, and meanwhile the server goes on and collects the next group (docs/decisions/0021).
 */
export function sqliteTogether(file: string, turn: Turns): { together: Together; close(): Promise<void> } {
	let thread: Thread | null = null;
	const opened = () => {
		thread ??= start(file, () => {
			thread = null;
		});
		return thread;
	};
	return {
		async together(work) {
			const done = await turn();
			try {
				return await inTransaction(opened(), work);
			} finally {
				done();
			}
		},
		async close() {
			await thread?.ask({ what: "close" });
		},
	};
}

async function inTransaction<T>({ ask }: Thread, work: (tx: Statements) => Promise<T>): Promise<T> {
	// Not before it has begun: a statement outside of it would be there for good, whatever its group is told.
	await ask({ what: "begin" });
	try {
		const result = await work(statements(ask));
		await ask({ what: "commit" });
		return result;
	} catch (error) {
		await ask({ what: "rollback" }).catch(() => {});
		throw error;
	}
}

const statements = (ask: Thread["ask"]): Statements => ({
	run: async ({ sql, values }) => Number(await ask({ what: "run", sql, values: values.map(stored) })),
	all: async <Row>({ sql, values }: Prisma.Sql) => (await ask({ what: "all", sql, values: values.map(stored) })) as Row[],
});

function start(file: string, ended: () => void): Thread {
	const worker = new Worker(writer, { workerData: { file, pragmas } });
	const waiting: { done: (answer: unknown) => void; failed: (error: Error) => void }[] = [];
	let over: Error | null = null;
	const end = (cause: unknown) => {
		if (over) return;
		// What was under way may have happened: for whoever waits the database is away.
		over = Object.assign(new Error("the thread that writes ended", { cause }), { code: "SQLITE_IOERR" });
		ended();
		for (const { failed } of waiting.splice(0)) failed(over);
	};
	worker.on("message", (message) => {
		const { answer, failed } = reply.parse(message);
		const next = waiting.shift();
		if (failed) next?.failed(Object.assign(new Error(failed.message), { code: failed.code }));
		else next?.done(answer);
	});
	worker.on("error", end);
	worker.on("exit", end);
	// The server keeps the process alive, not this.
	worker.unref();
	return {
		ask: (asked) =>
			new Promise((done, failed) => {
				if (over) return failed(over);
				waiting.push({ done, failed });
				worker.postMessage(asked);
			}),
	};
}

/** A value as Prisma's client stores it: a time as its text, a whole number as one. */
function stored(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
	if (typeof value === "boolean") return value ? 1n : 0n;
	return Number.isSafeInteger(value) ? BigInt(Number(value)) : value;
}
