import { expect, type Locator, type Page } from "@playwright/test";

/** Where the page's one audio element is, in seconds. */
export const position = (page: Page) => page.evaluate(() => document.querySelector("audio")?.currentTime ?? -1);

/** Whether it is silent because it was told to be. */
export const isPaused = (page: Page) => page.evaluate(() => document.querySelector("audio")?.paused ?? true);

/** The sound goes on. */
export async function expectPlaying(page: Page): Promise<void> {
	const from = await position(page);
	await expect.poll(() => position(page)).toBeGreaterThan(Math.max(0, from) + 0.3);
}

/** The title of the song that the player is at. */
export const current = (page: Page): Locator => page.getByRole("region", { name: "Player" }).getByRole("paragraph").first();
