import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wav } from "@/e2e/support/wav";
import { parseTags } from "./parse-tags";

const folder = mkdtempSync(join(tmpdir(), "passalong-tags-"));

function file(name: string, bytes: Uint8Array | string): string {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
}

test("each file's answer is its own: many at once, those that cannot be read among them", async () => {
	const names = Array.from({ length: 30 }, (_, at) => `Song ${at}`);
	const read = await Promise.all(
		names.map((title, at) =>
			parseTags(at % 7 === 3 ? file(`${at}.wav`, "no sound at all") : file(`${at}.wav`, wav({ seconds: 1, title }))),
		),
	);
	expect(read.map((each) => each?.title ?? null)).toEqual(names.map((name, at) => (at % 7 === 3 ? null : name)));
});

test("a file that is not there is one that cannot be read, and the next one is", async () => {
	expect(await parseTags(join(folder, "nowhere.wav"))).toBeNull();
	expect((await parseTags(file("after.wav", wav({ seconds: 1, title: "After" }))))?.title).toBe("After");
});
