// A slideshow as it is watched: keys, fingers, time, videos, and how it ends.

import type { Page } from "@playwright/test";
import { shareSession } from "./support/sessions";
import { expect, expectNoAxeViolations, test } from "./support/test";

const byHand = { isManualMode: true };
const captions = ["First light", "The ridge", "The lake"];
const player = (page: Page) => page.getByRole("dialog", { name: "A week in the hills" });
const button = (page: Page, name: string) => player(page).getByRole("button", { name, exact: true });
const announced = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

async function start(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole("button", { name: "Start slideshow" }).click();
	// It hears keys from then on.
	await expect(player(page)).toBeFocused();
}

/** The buttons of a show that runs fade away when nobody moves for some seconds. */
async function press(page: Page, name: string) {
	await page.mouse.move(100, 200);
	await page.mouse.move(110, 210);
	await button(page, name).click();
}

test.beforeEach(async ({ page, signIn, signUp }) => signIn(page, await signUp()));

test("goes on, back, to the end and round by keys, and reads the captions", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions, settings: byHand });
	await start(page, shareUrl);
	const seen = (caption: string) => expect(player(page).getByText(caption, { exact: true })).toBeVisible();
	await seen("First light");
	await page.keyboard.press("ArrowRight");
	await seen("The ridge");
	await expect(announced(page, "Picture 2 of 3: The ridge")).toHaveCount(1);
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("ArrowLeft");
	await seen("The lake");
	await page.keyboard.press("Home");
	await seen("First light");
	await page.keyboard.press("End");
	await seen("The lake");
	await expectNoAxeViolations(page, { within: "[role=dialog]" });
	await page.keyboard.press("Escape");
	await expect(player(page)).toBeHidden();
	await expect(page).toHaveURL(shareUrl);
});

test("is led on by itself, and no further while it is paused", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions, settings: { intervalMin: 60, intervalMax: 60 } });
	// The page's clock goes on with the machine's between these leaps: each ends 20 seconds or more before what must not have happened yet.
	await page.clock.install();
	await start(page, shareUrl);
	await expect(player(page).getByRole("img", { name: "First light" })).toBeVisible();
	const at = (place: string) => expect(player(page).getByText(place)).toBeVisible();
	await expect.poll(() => running(page)).toBe(true);
	await page.clock.runFor(35_000);
	await at("1 / 3");
	await page.clock.runFor(26_000);
	await at("2 / 3");
	await page.keyboard.press("Space");
	await expect(button(page, "Play")).toBeVisible();
	await page.clock.runFor(600_000);
	await at("2 / 3");
	await button(page, "Play").click();
	await expect.poll(() => running(page)).toBe(true);
	await page.clock.runFor(60_000);
	await at("3 / 3");
});

test("has the next picture before it is shown", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions, settings: byHand });
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.url().split("/").pop() ?? ""));
	await start(page, shareUrl);
	await expect.poll(() => asked).toContain("media-2");
	expect(asked).not.toContain("media-3");
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => asked).toContain("media-3");
});

test("keeps a picture where the link allows it, and is offered none where it does not", async ({ page, api }) => {
	const { shareUrl, shareCode } = await shareSession({ owner: api, captions, settings: byHand });
	await start(page, shareUrl);
	await expect(page.getByRole("link", { name: "Save this picture" })).toHaveCount(0);
	const { shares } = await (await api.fetch("/api/shares")).json();
	const id = shares.find(({ code }: { code: string }) => code === shareCode).id;
	await api.send("PATCH", `/api/shares/${id}`, { policy: { allowDownload: true } });
	await start(page, shareUrl);
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save this picture" }).click()]);
	expect(download.suggestedFilename()).toBe("media-1.jpg");
});

test("swipes and taps on a phone", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions, settings: byHand });
	await start(page, shareUrl);
	const browser = await page.context().newCDPSession(page);
	const swipe = async (from: number, to: number) => {
		await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 300 }] });
		await browser.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: (from + to) / 2, y: 302 }] });
		await browser.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: to, y: 304 }] });
		await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	};
	await swipe(250, 90);
	await expect(player(page).getByText("2 / 3")).toBeVisible();
	await swipe(90, 250);
	await expect(player(page).getByText("1 / 3")).toBeVisible();
});

test("sees a video to its end before it goes on", async ({ page, api }) => {
	const { shareUrl } = await shareSession({
		owner: api,
		captions: ["Before"],
		video: "walk.webm",
		settings: { intervalMin: 60, intervalMax: 60 },
	});
	await start(page, shareUrl);
	await page.keyboard.press("ArrowRight");
	const video = player(page).locator("video");
	// Until it is paused it has no end: it is but two seconds long.
	await video.evaluate((each: HTMLVideoElement) => {
		each.loop = true;
	});
	await expect.poll(() => video.evaluate((each: HTMLVideoElement) => each.currentTime)).toBeGreaterThan(0.2);
	await page.keyboard.press("Space");
	await expect.poll(() => video.evaluate((each: HTMLVideoElement) => each.paused)).toBe(true);
	await expect(player(page).getByText("2 / 2")).toBeVisible();
	await button(page, "Sound off").click();
	await expect.poll(() => video.evaluate((each: HTMLVideoElement) => each.muted)).toBe(true);
	await video.evaluate((each: HTMLVideoElement) => {
		each.loop = false;
	});
	await button(page, "Play").click();
	await expect(player(page).getByText("1 / 2")).toBeVisible();
});

test("sees it over the whole screen, and leaves that before the slideshow", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions, settings: byHand });
	await start(page, shareUrl);
	await page.keyboard.press("f");
	await expect.poll(() => page.evaluate(() => document.fullscreenElement?.getAttribute("role"))).toBe("dialog");
	await press(page, "Leave full screen");
	await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
	await expect(player(page)).toBeVisible();
});

test("leaves it by Back, and is where it began", async ({ page, api }) => {
	const { shareUrl } = await shareSession({ owner: api, captions });
	await start(page, shareUrl);
	await page.goBack();
	await expect(player(page)).toBeHidden();
	await expect(page.getByRole("button", { name: "Start slideshow" })).toBeVisible();
	await page.getByRole("button", { name: "Start at Picture 3 of 3: The lake" }).click();
	await expect(player(page).getByText("3 / 3")).toBeVisible();
	await press(page, "Close");
	await expect(player(page)).toBeHidden();
	await expect(page).toHaveURL(shareUrl);
});

test("sees no motion who wants none", async ({ page, api }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	const { shareUrl } = await shareSession({ owner: api, captions, settings: { ...byHand, transition: "flip" } });
	await start(page, shareUrl);
	await page.keyboard.press("ArrowRight");
	await expect(player(page).getByText("2 / 3")).toBeVisible();
	const moving = await player(page).evaluate((dialog) => dialog.getAnimations({ subtree: true }).map((each) => String(each)));
	expect(moving).toEqual([]);
});

test("is shown the calm screen when the link is turned off meanwhile", async ({ page, api, troubles }) => {
	// What is on its way breaks off.
	troubles.allow(/404/, /ERR_CONTENT_LENGTH_MISMATCH/);
	const { shareUrl, path } = await shareSession({ owner: api, captions: [...captions, "Evening"], settings: byHand });
	await start(page, shareUrl);
	await expect(player(page).getByRole("img", { name: "First light" })).toBeVisible();
	await api.send("PATCH", path, { isPublic: false });
	for (let steps = 0; steps < 3; steps++) await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeVisible();
	await expect(player(page)).toBeHidden();
});

/** Whether the time of what is seen runs. */
function running(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const bar = document.querySelector(".show-time");
		return bar !== null && getComputedStyle(bar).animationPlayState === "running";
	});
}
