import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { resting } from "./at-rest";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Runs axe on the page, once it rests, and fails with the rules it breaks and where. */
export async function expectNoAxeViolations(page: Page, { within = "html" } = {}): Promise<void> {
	// Evaluated, not added as a script element: the page's CSP stays as visitors get it.
	await page.evaluate(await axeSource());
	// In one go: what comes in between would be seen half faded in.
	const { violations } = await page.evaluate<AxeResults>(`(${resting})().then(() => axe.run(${JSON.stringify(within)}))`);
	expect(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")}`))).toEqual([]);
}

/** A page in the light and in the dark: axe finds nothing, and nothing sticks out. */
export async function expectSound(page: Page, path: string): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await page.goto(path);
		await expect(page.getByRole("heading").first()).toBeVisible();
		await expectNoAxeViolations(page);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	}
}

let source: Promise<string> | undefined;
function axeSource(): Promise<string> {
	source ??= import("node:fs/promises").then(({ readFile }) => readFile(axeFile, "utf8"));
	return source;
}
