// Arranging by mouse and by finger.
import type { Page } from "@playwright/test";
import { announced, handle, stored, threeSongs } from "./support/playlist-editor";
import { expect, test } from "./support/test";

/** A finger on this vertical line of the screen. */
async function finger(page: Page, x: number) {
	const browser = await page.context().newCDPSession(page);
	return (type: "touchStart" | "touchMove" | "touchEnd", ...at: number[]) =>
		browser.send("Input.dispatchTouchEvent", { type, touchPoints: at.map((y) => ({ x, y })) });
}

test("songs are dragged by their handles, with a mouse or a finger", async ({ page, api, signIn, isMobile }) => {
	const id = await threeSongs(page, api, signIn);
	await handle(page, "Three").scrollIntoViewIfNeeded();
	const [from, to] = [await handle(page, "One").boundingBox(), await handle(page, "Three").boundingBox()];
	if (!from || !to) throw new Error("no handles");
	const x = from.x + 10;
	const path = [from.y + 10, from.y + 30, from.y + 70, to.y + 10, to.y + 25];
	if (isMobile) {
		const touch = await finger(page, x);
		await touch("touchStart", path[0] ?? 0);
		await expect(announced(page, "Picked up One")).toHaveCount(1);
		for (const y of path) await touch("touchMove", y);
		await expect(announced(page, "One: now number 3")).toHaveCount(1);
		await touch("touchEnd");
	} else {
		await page.mouse.move(x, path[0] ?? 0);
		await page.mouse.down();
		for (const y of path) await page.mouse.move(x, y, { steps: 3 });
		await expect(announced(page, "One: now number 3")).toHaveCount(1);
		await page.mouse.up();
	}
	await expect.poll(() => stored(api, id)).toEqual(["Before", "Two", "Three", "One"]);
});

test("a finger or a wheel over a handle scrolls the page and moves nothing", async ({ page, api, signIn, isMobile }) => {
	await page.clock.install();
	const id = await threeSongs(page, api, signIn);
	await page.setViewportSize({ width: 360, height: 560 });
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	const bottom = await page.evaluate(() => scrollY);
	const box = await handle(page, "One").boundingBox();
	if (!box) throw new Error("no handle");
	// The page's clock stands: a finger that moves late would have rested, and picked the song up.
	await page.clock.pauseAt(Date.now() + 60_000);
	if (isMobile) {
		const touch = await finger(page, box.x + 15);
		await touch("touchStart", box.y + 15);
		for (let by = 10; by <= 150; by += 10) await touch("touchMove", box.y + 15 + by);
		await touch("touchEnd");
	} else {
		await page.mouse.move(box.x + 15, box.y + 15);
		await page.mouse.wheel(0, -150);
	}
	await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(bottom - 50);
	expect(await stored(api, id)).toEqual(["Before", "One", "Two", "Three"]);
});
