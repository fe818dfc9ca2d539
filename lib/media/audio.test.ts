import { mkdtempSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wav } from "@/e2e/support/wav";
import { readAudio } from "./audio";

const folder = mkdtempSync(join(tmpdir(), "passalong-audio-"));
const mp3 = () => readFile("e2e/support/fixtures/northbound.mp3");
let made = 0;
async function read(bytes: Uint8Array | string) {
	const path = join(folder, `${made++}.bin`);
	await writeFile(path, bytes);
	return readAudio(path);
}
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });

describe("readAudio", () => {
	test("reads a WAV with its tags", async () => {
		expect(await read(wav({ seconds: 2, title: "Platform nine", artist: "Mira Holt" }))).toEqual({
			type: "audio/wav",
			title: "Platform nine",
			artist: "Mira Holt",
			duration: 2,
			cover: null,
		});
	});

	test("reads a WAV's words as UTF-8, and as Latin-1 where they are not", async () => {
		expect(await read(wav({ title: "Ålder", artist: "שיר" }))).toMatchObject({ title: "Ålder", artist: "שיר" });
		expect(await read(wav({ title: "é".repeat(10_000) }))).toMatchObject({ title: "é".repeat(200) });
		const old = Buffer.from(wav({ title: "Deja vu" }));
		old[old.indexOf("Deja") + 1] = 0xe9;
		expect(await read(old)).toMatchObject({ title: "Déja vu" });
	});

	test("reads an MP3 with its tags", async () => {
		const audio = await read(await mp3());
		expect(audio).toMatchObject({ type: "audio/mpeg", title: "Northbound", artist: "Mira Holt" });
		expect(audio.duration).toBeGreaterThan(1);
	});

	test("has no title where there is no tag", async () => {
		expect(await read(wav({ seconds: 1 }))).toMatchObject({ title: "", artist: "" });
	});

	test.each([
		["nothing", "", /empty/],
		["HTML", "<!doctype html><title>song</title>", /not an MP3, M4A, OGG, Opus, FLAC or WAV file/],
		["a WAV's first bytes", wav({ seconds: 1 }).subarray(0, 20), /damaged|no sound|not an MP3|cut off/],
		["a WAV cut in half", wav({ seconds: 4 }).subarray(0, 10_000), /cut off/],
		[
			"a header of tags and no sound",
			Buffer.concat([Buffer.from("ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000"), Buffer.alloc(4096)]),
			/no sound|not an MP3|damaged/,
		],
		[
			"a tag that is longer than the file",
			Buffer.concat([Buffer.from("ID3\u0004\u0000\u0000\u0000\u007f\u007f\u007f"), Buffer.alloc(512)]),
			/no sound|not an MP3|damaged|cut off/,
		],
		["noise", Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)), /not an MP3|no sound|damaged/],
	])("refuses %s in words for the field", async (_what, bytes, words) => {
		await expect(read(bytes)).rejects.toEqual(refused(words));
	});

	/** An MP3 in front of which stands an ID3v2.4 tag of so many empty frames, ten bytes of header and one of text each. */
	async function tagged(frames: number): Promise<Buffer> {
		const frame = Buffer.from("TXXX\u0000\u0000\u0000\u0001\u0000\u0000\u0000", "latin1");
		const size = frames * frame.length;
		const header = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, (size >> 21) & 0x7f, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f]);
		return Buffer.concat([header, ...Array.from({ length: frames }, () => frame), await mp3()]);
	}

	test("refuses a tag that is there to keep a server busy", async () => {
		await expect(read(await tagged(1_600_000))).rejects.toEqual(refused(/tags are too large/));
	});

	test("does not hold up anybody else while it reads many tags", async () => {
		const reading = read(await tagged(300_000)).catch((error: unknown) => error);
		let turns = 0;
		let done = false;
		void reading.then(() => {
			done = true;
		});
		while (!done) {
			await new Promise((resolve) => setTimeout(resolve, 5));
			turns++;
		}
		const result = await reading;
		if (result instanceof Error) expect(result).toEqual(refused(/damaged/));
		expect(turns).toBeGreaterThan(20);
	});

	test("takes a WAV that a pipe wrote without its size", async () => {
		const bytes = Buffer.from(wav({ seconds: 1 }));
		bytes.writeUInt32LE(0xffff_ffff, 4);
		expect((await read(bytes)).type).toBe("audio/wav");
	});

	test("never throws anything but a refusal, whatever byte of a file is broken", async () => {
		const whole = await mp3();
		for (let at = 0; at < Math.min(400, whole.length); at += 11) {
			const broken = Buffer.from(whole);
			broken[at] = (broken[at] ?? 0) ^ 0xff;
			const result = await read(broken).catch((error: unknown) => error);
			if (result instanceof Error) expect(result).toEqual(refused(/./));
		}
	});
});
