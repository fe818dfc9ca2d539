import { expect, test } from "vitest";
import { fixture } from "@/e2e/support/songs";
import type { Bytes } from "./bytes";
import { lookIntoMp4 } from "./mp4-tracks";
import { lookIntoWebm } from "./webm-tracks";

const held = (bytes: Buffer): Bytes => ({
	size: bytes.length,
	read: async (position, length) => bytes.subarray(position, position + length),
});

/** A box of an MP4 with that in it. */
function box(type: string, ...content: Buffer[]): Buffer {
	const head = Buffer.from(`\0\0\0\0${type}`, "latin1");
	head.writeUInt32BE(8 + Buffer.concat(content).length);
	return Buffer.concat([head, ...content]);
}
const numbers = (...all: number[]) => {
	const bytes = Buffer.alloc(4 * all.length);
	for (const [index, number] of all.entries()) bytes.writeUInt32BE(number, 4 * index);
	return bytes;
};
/** A track of notes, each of four bytes and in a chunk of its own. */
function notes(chunks: number): Buffer {
	const offsets = Buffer.alloc(4 * chunks, numbers(8));
	const tables = [box("stsz", numbers(0, 4, chunks)), box("stsc", numbers(0, 1, 1, 1, 1)), box("stco", numbers(0, chunks), offsets)];
	const hdlr = box("hdlr", numbers(0, 0), Buffer.from("sbtl"));
	return box("trak", box("mdia", hdlr, box("minf", box("stbl", ...tables))));
}
const look = (...tracks: Buffer[]) => lookIntoMp4(held(box("moov", ...tracks)));

test("notes in an MP4 are blanked in every chunk", async () => {
	const { blanks, isStuck } = await look(notes(100_000));
	expect([blanks.length, isStuck]).toEqual([100_001, false]);
});

test.each([[[200_000]], [[100_001]], [[60_000, 60_000]]])(
	"notes in more chunks than are looked for are not taken out (%j)",
	async (chunks) => {
		expect((await look(...chunks.map(notes))).isStuck).toBe(true);
	},
);

/** An element of a WebM that is there to be skipped, and a title of a segment. */
const skipped = Buffer.from([0xec, 0x80]);
const title = Buffer.from([0x7b, 0xa9, 0x83, 0x41, 0x64, 0x61]);

test("a WebM that is read to its end holds nothing back", async () => {
	expect(await lookIntoWebm(held(await fixture("walk.webm")))).toMatchObject({ isStuck: false });
	const { blanks, isStuck } = await lookIntoWebm(held(Buffer.concat([skipped, title])));
	expect([blanks.length, isStuck]).toEqual([1, false]);
});

test.each([
	["what is no element", Buffer.from([0])],
	["two million elements", Buffer.alloc(4_000_000, skipped)],
])("what stands in a WebM behind %s is not taken out", async (_what, before) => {
	const { blanks, isStuck } = await lookIntoWebm(held(Buffer.concat([before, title])));
	expect([blanks.length, isStuck]).toEqual([0, true]);
});
