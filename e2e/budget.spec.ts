// What a stranger's phone has to load before the song list works.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "./support/test";

const kB = 1000;

/** Gzipped size in bytes of what every page of this build loads, an empty one included. */
async function floor(): Promise<number> {
	const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(await readFile(".next/build-manifest.json", "utf8"));
	const files = await Promise.all(rootMainFiles.map((file) => readFile(`.next/${file}`)));
	return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
}

test("a share page loads at most 55 kB of JavaScript over an empty page", async ({ page, publish }, { project }) => {
	const link = await publish("playlist", { songs: 5 });
	const scripts = new Map<string, number>();
	page.on("response", async (response) => {
		if (response.request().resourceType() === "script") scripts.set(response.url(), gzipSync(await response.body()).length);
	});
	await page.goto(link, { waitUntil: "networkidle" });
	// The polyfills for browsers without modules are in the page, but no browser of today asks for them.
	const loaded = [...scripts.values()].reduce((sum, size) => sum + size, 0);
	const over = loaded - (await floor());
	console.log(`${project.name}: ${(loaded / kB).toFixed(1)} kB of JavaScript, ${(over / kB).toFixed(1)} kB over an empty page`);
	expect(over).toBeGreaterThan(0);
	expect(over).toBeLessThanOrEqual(55 * kB);
});
