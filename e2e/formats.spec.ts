// Each format that can be uploaded plays, seeks and ends in a real browser, with its own cover.
import type { Page } from "@playwright/test";
import { fixture, songFiles } from "./support/songs";
import { isPaused, position } from "./support/sound";
import { expect, test } from "./support/test";

/** Jumps by the element itself and resolves to where it is once it got there. It stays there: the song is over soon. */
const seek = (page: Page, to: number) =>
	page.evaluate(
		(to) =>
			new Promise<number>((resolve, reject) => {
				const audio = document.querySelector("audio");
				if (!audio) return reject(new Error("there is no audio element"));
				audio.addEventListener("seeked", () => resolve(audio.currentTime), { once: true });
				audio.currentTime = to;
				audio.pause();
			}),
		to,
	);

for (const { format, name, hasCover } of songFiles) {
	test(`${format} plays, seeks and ends on a share page`, async ({ api, page }) => {
		const song = await api.upload({ bytes: await fixture(name), name, type: "application/octet-stream" });
		await page.goto((await api.share("song", song.id)).shareUrl);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
		const picture = page.locator("#content img").last();
		if (hasCover)
			await expect.poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(200);
		else await expect(picture).toHaveCount(0);

		const play = page.getByRole("button", { name: "Play Late train home", exact: true });
		await play.click();
		await expect.poll(() => position(page)).toBeGreaterThan(0.3);
		expect(await seek(page, 1.2)).toBeGreaterThanOrEqual(1.1);
		await expect.poll(() => isPaused(page)).toBe(true);
		await page.getByRole("slider", { name: "Seek" }).focus();
		await page.keyboard.press("Home");
		await expect.poll(() => position(page)).toBeLessThan(1);
		const ended = page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					const audio = document.querySelector("audio");
					audio?.addEventListener("ended", () => resolve(audio.currentTime), { once: true });
				}),
		);
		await play.click();
		expect(await ended).toBeGreaterThan(1.9);
	});
}
