import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plain } from "@/e2e/support/pictures";
import { fixture, songFiles } from "@/e2e/support/songs";
import { flacPicture, flacWith, id3, wavWith } from "@/e2e/support/tagged";
import { wav } from "@/e2e/support/wav";
import { readAudio } from "./audio";

const folder = mkdtempSync(join(tmpdir(), "passalong-formats-"));
let made = 0;
async function read(bytes: Uint8Array) {
	const path = join(folder, `${made++}.bin`);
	await writeFile(path, bytes);
	return readAudio(path);
}
const refused = (words: RegExp) =>
	expect.objectContaining({ code: "bad_input", fields: { fields: { file: expect.stringMatching(words) } } });
const megabyte = 1024 * 1024;

describe.each(songFiles)("a song as $format", ({ name, type, hasCover }) => {
	test("tells its type, title, artist, length and cover", async () => {
		const song = await read(await fixture(name));
		expect(song).toMatchObject({ type, title: "Late train home", artist: "Mira Holt" });
		expect(song.duration).toBeCloseTo(2, 0);
		expect(song.cover?.subarray(0, 3)).toEqual(hasCover ? new Uint8Array([0xff, 0xd8, 0xff]) : undefined);
	});

	test("is refused as cut off wherever it ends too early", async () => {
		const whole = await fixture(name);
		for (const share of [0.5, 0.7, 0.9]) {
			await expect(read(whole.subarray(0, Math.floor(whole.length * share)))).rejects.toEqual(refused(/cut off/));
		}
	});

	test("is a song or refused in words, whatever byte of it is broken", async () => {
		const whole = await fixture(name);
		const places = Array.from({ length: 12 }, (_, part) => Math.floor((part * whole.length) / 12));
		const results = places.map(async (at) => {
			const broken = Buffer.from(whole);
			broken.fill(0xff, at, at + 4);
			const result = await read(broken).catch((error: unknown) => error);
			if (result instanceof Error) expect(result).toEqual(refused(/./));
		});
		await Promise.all(results);
	});
});

describe("what is not taken", () => {
	test.each([
		["alac.m4a", /do not play Apple Lossless \(ALAC\)/],
		["video.mp4", /is a video/],
		["video.ogv", /is a video/],
	])("%s is refused", async (name, words) => {
		await expect(read(await fixture(name))).rejects.toEqual(refused(words));
	});

	test("a WAV in an encoding that browsers do not play is refused, one of more bits is not", async () => {
		const format = (number: number) => {
			const bytes = Buffer.from(wav({ seconds: 1 }));
			bytes.writeUInt16LE(number, 20);
			return read(bytes);
		};
		await expect(format(2)).rejects.toEqual(refused(/do not play/));
		await expect(format(0x55)).rejects.toEqual(refused(/do not play/));
		expect(await format(3)).toMatchObject({ type: "audio/wav" });
	});
});

describe("tags", () => {
	test("of a megabyte with a cover are read", async () => {
		const cover = Buffer.concat([await plain("png", 30), Buffer.alloc(megabyte)]);
		expect((await read(Buffer.concat([id3({ title: "Long", cover }), await fixture("northbound.mp3")]))).cover?.length).toBe(cover.length);
		expect((await read(wavWith("id3 ", id3({ title: "Long", cover })))).cover?.length).toBe(cover.length);
		const flac = flacWith(await fixture("late-train.flac"), [{ type: 6, body: flacPicture(cover) }]);
		expect((await read(flac)).cover?.length).toBe(cover.length);
	});

	test("of more than sixteen megabytes are refused in each format", async () => {
		const much = Buffer.alloc(9 * megabyte);
		const block = { type: 6, body: flacPicture(much) };
		const tagged = [
			Buffer.concat([id3({ cover: much }), id3({ cover: much }), await fixture("northbound.mp3")]),
			flacWith(await fixture("late-train.flac"), [block, block]),
			wavWith("LIST", Buffer.alloc(17 * megabyte)),
			mp4With("udta", 17 * megabyte, await fixture("late-train.m4a")),
			await oggWith(17 * megabyte),
			apeWith(17 * megabyte, await fixture("northbound.mp3")),
		];
		for (const bytes of tagged) await expect(read(bytes)).rejects.toEqual(refused(/tags are too large/));
	});

	test("of many thousand parts are refused, or the song is taken, within seconds", async () => {
		const empty = Buffer.from("JUNK\u0000\u0000\u0000\u0000", "latin1");
		const many = [
			wavWith("data", Buffer.concat(Array.from({ length: 400_000 }, () => empty))),
			Buffer.concat([wav({ seconds: 1 }), ...Array.from({ length: 400_000 }, () => empty)]),
			Buffer.concat([
				await fixture("late-train.m4a"),
				...Array.from({ length: 400_000 }, () => Buffer.from("\u0000\u0000\u0000\bfree", "latin1")),
			]),
			flacWith(
				await fixture("late-train.flac"),
				Array.from({ length: 100_000 }, () => ({ type: 1, body: Buffer.alloc(0) })),
			),
		];
		for (const bytes of many) {
			const result = await read(bytes).catch((error: unknown) => error);
			if (result instanceof Error) expect(result).toEqual(refused(/./));
		}
	});

	test("of ten thousand characters are cut, and names from right to left stay as they are", async () => {
		const long = await read(Buffer.concat([id3({ title: "x".repeat(10_000) }), await fixture("northbound.mp3")]));
		expect(long.title).toBe("x".repeat(200));
		const arabic = await read(Buffer.concat([id3({ title: "أغنية الليل" }), await fixture("northbound.mp3")]));
		expect(arabic.title).toBe("أغنية الليل");
	});

	test("whose cover is no picture leave the song as it is", async () => {
		const cover = Buffer.from("<svg onload=alert(1)>");
		expect(await read(Buffer.concat([id3({ title: "Song", cover }), await fixture("northbound.mp3")]))).toMatchObject({ title: "Song" });
	});
});

test("a recording of a stream, whose last page is not marked as the last, is taken", async () => {
	const whole = await fixture("late-train.ogg");
	const last = whole.lastIndexOf("OggS");
	const before = whole.subarray(0, last);
	expect(await read(before)).toMatchObject({ type: "audio/ogg", title: "Late train home" });
	await expect(read(whole.subarray(0, last + 12))).rejects.toEqual(refused(/cut off/));
});

/** A box of zeros behind the whole file. */
function mp4With(type: string, size: number, song: Buffer): Buffer {
	const box = Buffer.alloc(8 + size);
	box.writeUInt32BE(box.length);
	box.write(type, 4, "latin1");
	return Buffer.concat([song, box]);
}

/** An Ogg whose comments go on over as many pages as that takes. */
async function oggWith(size: number): Promise<Buffer> {
	const song = await fixture("late-train.ogg");
	const second = song.indexOf("OggS", 4);
	const page = Buffer.concat([song.subarray(second, second + 27), Buffer.alloc(255, 255), Buffer.alloc(255 * 255)]);
	page[26] = 255;
	page.writeBigInt64LE(-1n, 6);
	const pages = Array.from({ length: Math.ceil(size / page.length) }, () => page);
	return Buffer.concat([song.subarray(0, second), ...pages, song.subarray(second)]);
}

/** An MP3 with an APEv2 tag of that size at its end. */
function apeWith(size: number, song: Buffer): Buffer {
	const footer = Buffer.alloc(32);
	footer.write("APETAGEX", "latin1");
	footer.writeUInt32LE(2000, 8);
	footer.writeUInt32LE(size, 12);
	return Buffer.concat([song, Buffer.alloc(size - 32), footer]);
}
