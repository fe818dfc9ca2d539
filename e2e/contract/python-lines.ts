import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Ack, Heard, ServerEvent } from "@/lib/live/events";
import { Client } from "../support/client";
import { Ear } from "../support/ear";
import type { Talk } from "../support/sockets";

const program = fileURLToPath(new URL("python_client.py", import.meta.url));
const reply = z.object({ id: z.number(), refused: z.string().optional(), answer: z.unknown().optional() });
const heard = z.object({ line: z.string(), event: z.string(), payload: z.unknown() });

export type PythonLine = Talk & {
	/** As `say`, with its arguments as a text of JSON: JavaScript writes no `5.0`. */
	sayJson(event: string, json: string): ReturnType<Talk["say"]>;
	/** Is cut off by the server, and answers when the library has connected anew. */
	break(): Promise<unknown>;
	close(): Promise<unknown>;
};
type Options = { token?: string; headers?: Record<string, string>; transports?: ("websocket" | "polling")[] };
type Asked = { done(answer: unknown): void; fail(error: Error): void };

/** Runs python_client.py, which holds any number of lines until `end`. */
export class PythonLines {
	private readonly child: ChildProcessByStdio<Writable, Readable, null>;
	private readonly asked = new Map<number, Asked>();
	private readonly ears = new Map<string, Ear>();
	private last = 0;

	constructor(python: string) {
		this.child = spawn(python, [program], { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, PYTHONUTF8: "1" } });
		createInterface(this.child.stdout).on("line", (text) => this.take(JSON.parse(text)));
		this.child.once("close", () => {
			for (const { fail } of this.asked.values()) fail(new Error("The Python has ended."));
		});
	}

	private take(words: unknown): void {
		const told = heard.safeParse(words);
		if (told.success) this.ears.get(told.data.line)?.hear(told.data.event, told.data.payload);
		else this.answer(reply.parse(words));
	}

	private answer({ id, refused, answer }: z.output<typeof reply>): void {
		const asked = this.asked.get(id);
		this.asked.delete(id);
		if (refused === undefined) asked?.done(answer);
		else asked?.fail(new Error(refused));
	}

	private ask(line: string, what: string, words: object = {}, payload?: string): Promise<unknown> {
		const id = ++this.last;
		const text = JSON.stringify({ id, line, do: what, ...words });
		this.child.stdin.write(`${payload === undefined ? text : `${text.slice(0, -1)},"payload":${payload}}`}\n`);
		return new Promise((done, fail) => this.asked.set(id, { done, fail }));
	}

	/** A line from an address of its own. Without `transports` it polls and is upgraded, as is the library's way. */
	async connect(url: string, { token, headers = {}, transports }: Options = {}): Promise<PythonLine> {
		const line = `line ${++this.last}`;
		const ear = new Ear();
		this.ears.set(line, ear);
		const sayJson = (event: string, json: string) => this.ask(line, "say", { event }, json) as Promise<Ack & Record<string, unknown>>;
		await this.ask(line, "connect", {
			url,
			headers: { ...new Client(url).elsewhere().headers, ...headers },
			auth: token ? { token } : null,
			transports: transports ?? null,
		});
		return {
			told: ear.told,
			next: <Event extends ServerEvent>(event: Event, like?: (payload: Heard<Event>) => boolean) => ear.next(event, like, 50_000),
			say: (event, ...payload) => sayJson(event, JSON.stringify(payload)),
			sayJson,
			break: () => this.ask(line, "break"),
			close: () => this.ask(line, "close"),
		};
	}

	/** Hangs up and answers when the program has gone. */
	async end(): Promise<void> {
		const gone = new Promise((done) => this.child.once("close", done));
		this.child.stdin.end();
		await gone;
	}
}
