// Songs from YouTube in our player. A stand-in answers for YouTube and speaks its player's messages.
import type { BrowserContext } from "@playwright/test";
import { Account } from "./support/account";
import { expectPlaying } from "./support/sound";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { standInForYouTube } from "./support/youtube";

const ferry = "aaaaaaaaaaa";
const harbour = "bbbbbbbbbbb";

/** A playlist of two videos and a song of ours, shared. */
async function mixed(url: string) {
	const owner = await Account.signUp(url, { name: "Ada" });
	const songs = [
		await owner.video(ferry, "Night ferry"),
		await owner.video(harbour, "Harbour"),
		await owner.upload({ title: "Northbound", artist: "Mira Holt", seconds: 20 }),
	];
	return { owner, songs, link: (await owner.share("playlist", (await owner.playlist("Mixed", songs)).id)).shareUrl };
}

const video = (context: BrowserContext) => context.pages()[0]?.frameLocator("iframe").locator("#state");

test("nothing of YouTube is loaded before the click; then the video is seen, and our bar rules it", async ({
	url,
	open,
	page,
	context,
}) => {
	const asked = await standInForYouTube(context);
	const { owner, link } = await mixed(url);
	const shared = await open(link);
	await expect(page.getByText("Harbour")).toBeVisible();
	await expect(page.locator("iframe")).toHaveCount(0);
	expect(asked).toEqual([]);

	await shared.play("Night ferry");
	await expect(shared.button("Pause")).toBeVisible();
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	await expect.poll(() => asked.map(({ url }) => url.origin + url.pathname)).toEqual([`https://www.youtube-nocookie.com/embed/${ferry}`]);
	// YouTube learns which site, never which link.
	expect((await asked[0]?.headers)?.referer).toBe(`${new URL(link).origin}/`);
	const box = await page.locator("iframe").boundingBox();
	expect(box?.width).toBeGreaterThanOrEqual(200);
	expect(box?.height).toBeGreaterThanOrEqual(200);
	await expect(page.locator("iframe")).toBeInViewport({ ratio: 1 });
	await expectNoAxeViolations(page);

	const state = video(context);
	if (!state) throw new Error("there is no page");
	await shared.button("Pause").click();
	await expect(state).toHaveText(`${ferry} paused`);
	const slider = page.getByRole("slider", { name: "Seek" });
	await expect(slider).toHaveAttribute("aria-valuemax", "20");
	await slider.focus();
	await page.keyboard.press("End");
	await expect(slider).toHaveAttribute("aria-valuenow", "20");
	await page.keyboard.press("PageDown");
	await expect(slider).toHaveAttribute("aria-valuenow", "0");
	await page.keyboard.press("ArrowRight");
	await expect(slider).toHaveAttribute("aria-valuenow", "5");
	await page.keyboard.press("m");
	await expect(page.frameLocator("iframe").locator("#volume")).toHaveText("0");

	await shared.button("Next").click();
	await expect(state).toHaveText(`${harbour} playing`);
	await shared.button("Next").click();
	await expectPlaying(page);
	await expect(page.locator("iframe")).toHaveCount(0);
	await expect(shared.playsLeft).toHaveText("No plays remaining");
	const { data } = await (await owner.fetch("/api/share/my/shares")).json();
	expect(data[0].playCount).toBe(3);
});

test("when a video ends the next song follows by itself", async ({ url, open, page, context }) => {
	await standInForYouTube(context, { seconds: 1 });
	const shared = await open((await mixed(url)).link);
	await shared.play("Night ferry");
	await expect(shared.bar.getByRole("paragraph").first()).toHaveText("Northbound");
	await expectPlaying(page);
	await expect(shared.playsLeft).toHaveText("No plays remaining");
});

test("a video that is gone says so and offers the next song", async ({ url, open, page, context }) => {
	await standInForYouTube(context, { errors: { [ferry]: 100 } });
	const shared = await open((await mixed(url)).link);
	await shared.play("Night ferry");
	await expect(shared.bar.getByText("This video is gone from YouTube, or private.")).toBeVisible();
	// What it would have been seen in is not left empty.
	const height = async () => (await shared.bar.boundingBox())?.height ?? 0;
	expect(await height()).toBeLessThan(200);
	await expectNoAxeViolations(page);
	await shared.button("Next song").click();
	await expect(video(context) ?? page.locator("nothing")).toHaveText(`${harbour} playing`);
	await expect(shared.bar.getByText("This video is gone")).toHaveCount(0);
	expect(await height()).toBeGreaterThan(250);
	await expect(page.locator("iframe")).toBeInViewport({ ratio: 1 });
});

test("without a way to YouTube the page says so", async ({ url, open, page, context, troubles }) => {
	troubles.allow(/ERR_FAILED/);
	await page.clock.install();
	await standInForYouTube(context, { blocked: true });
	const shared = await open((await mixed(url)).link);
	await shared.play("Night ferry");
	await expect(page.locator("iframe")).toHaveCount(1);
	await page.clock.fastForward(20_000);
	await expect(shared.bar.getByText("YouTube cannot be reached from here.")).toBeVisible();
	await expect(shared.button("Next song")).toBeVisible();
});

test("a shared video by itself plays large, and is where it was after a reload", async ({ url, open, page, context }) => {
	await standInForYouTube(context);
	const { owner, songs } = await mixed(url);
	const shared = await open((await owner.share("song", songs[0]?.id ?? "")).shareUrl);
	const slider = page.getByRole("slider", { name: "Seek" });
	const second = async () => Number(await slider.getAttribute("aria-valuenow"));
	await shared.play("Night ferry");
	// How long it is, it says itself.
	await expect(slider).toHaveAttribute("aria-valuemax", "20");
	await page.getByRole("button", { name: "Pause" }).click();
	await expect(page.frameLocator("iframe").locator("#state")).toHaveText(`${ferry} paused`);
	await slider.press("Home");
	for (let press = 0; press < 2; press++) await slider.press("ArrowRight");
	await expect.poll(second).toBe(10);
	await page.reload();
	await expect(page.locator("iframe")).toHaveCount(0);
	await expect.poll(second).toBeGreaterThanOrEqual(10);
	const frame = page.waitForRequest(/youtube-nocookie/);
	await shared.play("Night ferry");
	expect(Number(new URL((await frame).url()).searchParams.get("start"))).toBeGreaterThanOrEqual(10);
	await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("messages from elsewhere are not heard", async ({ url, open, page, context }) => {
	await standInForYouTube(context);
	const shared = await open((await mixed(url)).link);
	await shared.play("Night ferry");
	await expect(shared.button("Pause")).toBeVisible();
	await page.evaluate(() => postMessage(JSON.stringify({ event: "onStateChange", info: 2 }), "*"));
	await page.evaluate(() => postMessage(JSON.stringify({ event: "onError", info: 100 }), "*"));
	const slider = page.getByRole("slider", { name: "Seek" });
	const now = Number(await slider.getAttribute("aria-valuenow"));
	await expect.poll(async () => Number(await slider.getAttribute("aria-valuenow"))).toBeGreaterThan(now);
	await expect(shared.button("Pause")).toBeVisible();
});

test("the owner's library plays them too", async ({ url, page, context, signIn }) => {
	await standInForYouTube(context);
	const { owner } = await mixed(url);
	await signIn(page, owner);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "Play Night ferry" }).click();
	await expect(page.getByRole("region", { name: "Player" }).getByRole("button", { name: "Pause" })).toBeVisible();
	await expect(page.locator("iframe")).toBeInViewport({ ratio: 1 });
});
