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
	const scripts = new Map<string, Promise<{ begun: number; size: number }>>();
	page.on("response", (response) => {
		const request = response.request();
		if (request.resourceType() !== "script") return;
		const size = async () => ({ begun: request.timing().startTime, size: gzipSync(await response.body()).length });
		scripts.set(response.url(), size());
	});
	await page.goto(link, { waitUntil: "networkidle" });
	// What a page does two seconds after it has loaded, at the earliest, is no part of that: a slow machine may be there already.
	const later = await page.evaluate((after) => {
		const [arrival] = performance.getEntriesByType("navigation");
		if (!(arrival instanceof PerformanceNavigationTiming)) throw new Error("the page did not load");
		return performance.timeOrigin + arrival.loadEventStart + after;
	}, 2_000);
	// The polyfills for browsers without modules are in the page, but no browser of today asks for them.
	const first = (await Promise.all(scripts.values())).filter(({ begun }) => begun < later);
	const loaded = first.reduce((sum, { size }) => sum + size, 0);
	const over = loaded - (await floor());
	console.log(`${project.name}: ${(loaded / kB).toFixed(1)} kB of JavaScript, ${(over / kB).toFixed(1)} kB over an empty page`);
	expect(over).toBeGreaterThan(0);
	expect(over).toBeLessThanOrEqual(55 * kB);
});
