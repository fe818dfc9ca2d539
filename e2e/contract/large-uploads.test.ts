import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { look } from "../support/database";
import { multipartEnd, multipartType, openFile } from "../support/multipart";
import { wav } from "../support/wav";
import { diskWays, ownServer } from "./own-server";
import { failure } from "./shapes";

const megabyte = 1024 * 1024;
const limit = 200 * megabyte;
const words = "The file is larger than 200 MB";
/** What such an upload may take, in megabytes: its buffers, and what the collector leaves for later. */
const mostMemory = 100;

/** The most memory that a process ever had, in megabytes; where the system does not tell, nothing. */
function peak(pid: number): number {
	const file = `/proc/${pid}/status`;
	const line = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, "utf8")) : null;
	return Number(line?.[1] ?? 0) / 1024;
}

/** A WAV of silence of just this many bytes, made as it goes. */
function* silence(size: number): Generator<Buffer> {
	const head = Buffer.from(wav({ seconds: 0 }));
	head.writeUInt32LE(size - 8, 4);
	head.writeUInt32LE(size - head.length, head.length - 4);
	yield head;
	for (let left = size - head.length; left > 0; left -= megabyte) yield Buffer.alloc(Math.min(megabyte, left));
}

describe.each(diskWays)("a large upload on $name", { timeout: 240_000 }, (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });

	/** Sends a song of this size bit by bit, with its length announced or not. */
	async function upload({ token }: Account, size: number, { announced }: { announced: boolean }) {
		const parts = [openFile({ name: "long.wav" }), null, Buffer.from("\r\n"), multipartEnd];
		const length = parts.reduce((sum, part) => sum + (part?.length ?? size), 0);
		const headers = { ...multipartType, authorization: `Bearer ${token}`, ...(announced ? { "content-length": String(length) } : {}) };
		function* body() {
			for (const part of parts) {
				if (part) yield part;
				else yield* silence(size);
			}
		}
		return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
			const sending = request(`${server().url}/api/songs`, { method: "POST", headers }, (answer) => {
				const chunks: Buffer[] = [];
				answer.on("data", (chunk: Buffer) => chunks.push(chunk));
				answer.once("end", () =>
					resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown }),
				);
			});
			sending.once("error", reject);
			pipeline(Readable.from(body()), sending).catch(reject);
		});
	}

	test("of 200 MB is a song, of a little more is 413, whether it says so or not; the server's memory stays where it was", async () => {
		const account = await Account.signUp(server().url);
		// The first upload loads what every upload needs.
		await upload(account, megabyte, { announced: true });
		const before = peak(server().pid);
		const whole = await upload(account, limit, { announced: true });
		expect([whole.status, whole.body]).toMatchObject([201, { data: { title: "long" } }]);
		for (const announced of [true, false]) {
			const { status, body } = await upload(account, limit + 100_000, { announced });
			expect([status, body]).toEqual([413, failure(`file: ${words}`, { fields: { file: words } })]);
		}
		expect(peak(server().pid) - before).toBeLessThan(mostMemory);

		const staged = join(server().dataDir, "staging");
		await expect.poll(() => (existsSync(staged) ? readdirSync(staged) : []), { timeout: 30_000 }).toEqual([]);
		expect(await look<number>(server(), "SELECT count(*) FROM Blob")).toBe(2);
		expect(
			readdirSync(join(server().dataDir, "blobs"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
		).toHaveLength(2);
		expect(server().output()).not.toMatch(/failed:|Unhandled|Uncaught|⨯/);
	});

	test("that announces a gigabyte is 413 before it is sent", async () => {
		const account = await Account.signUp(server().url);
		const headers = { ...multipartType, authorization: `Bearer ${account.token}`, "content-length": String(1024 * megabyte) };
		const status = await new Promise<number | undefined>((resolve, reject) => {
			const sending = request(`${server().url}/api/songs`, { method: "POST", headers }, (answer) => {
				resolve(answer.statusCode);
				sending.destroy();
			});
			sending.on("error", reject);
			sending.write(openFile({ name: "long.wav" }));
		});
		expect(status).toBe(413);
	});
});
