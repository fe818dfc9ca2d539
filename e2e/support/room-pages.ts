import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations } from "./axe";

/** Makes a room under this name and answers its code. */
export async function createRoom(page: Page, name: string): Promise<string> {
	await page.goto("/room");
	await page.getByLabel("Your name").fill(name);
	await page.getByRole("button", { name: "Create room" }).click();
	await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
	return new URL(page.url()).pathname.slice("/room/".length);
}

/** Comes in by the room's link, as somebody new. */
export async function joinByLink(page: Page, url: string, code: string, name: string): Promise<void> {
	await page.goto(`${url}/room/${code}`);
	await enterName(page, name);
}

/** Comes in by typing the code, as people read it out. */
export async function joinByCode(page: Page, url: string, code: string, name: string): Promise<void> {
	await page.goto(`${url}/room`);
	await page.getByLabel("Room code").pressSequentially(`${code.slice(0, 3)}-${code.slice(3)}`);
	await enterName(page, name);
}

async function enterName(page: Page, name: string): Promise<void> {
	await expect(page).toHaveURL(/\/room\/\d{6}$/);
	await page.getByLabel("Your name").fill(name);
	await page.getByRole("button", { name: "Join room" }).click();
	await expect(page.getByRole("button", { name: /(?:person|people) here$/ })).toBeVisible();
}

/** Puts these on the ballot, one a line. */
export async function typeTitles(page: Page, ...titles: string[]): Promise<void> {
	await page.getByRole("radio", { name: "Type titles" }).click();
	await page.getByLabel("Titles, one a line").fill(titles.join("\n"));
	await page.getByRole("button", { name: /^Add \d+ movies?$/ }).click();
}

export const ballot = (page: Page) => page.getByRole("list", { name: "Ballot" }).getByRole("listitem");
export const film = (page: Page, title: string) => page.getByRole("heading", { level: 1, name: title });
export const start = (page: Page) => page.getByRole("button", { name: "Start", exact: true });

/** Presses each of these keys as soon as what it is for is shown. */
export async function pressThrough(page: Page, keys: readonly [title: string, key: string][]): Promise<void> {
	for (const [title, key] of keys) {
		await expect(film(page, title)).toBeVisible();
		await page.keyboard.press(key);
	}
}

/** Chooses in every pair of a round what comes first by this list; ends where there is nothing more to choose. */
export async function choosePairs(page: Page, pairs: number, best: readonly string[]): Promise<void> {
	for (let pair = 1; pair <= pairs; pair++) {
		await expect(page.getByText(`Pair ${pair} of ${pairs}`)).toBeVisible();
		const cards = page.locator("main button[aria-pressed]");
		const names = (await cards.allInnerTexts()).map((text) => best.findIndex((title) => text.includes(title)));
		await cards.nth((names[0] ?? 0) <= (names[1] ?? 0) ? 0 : 1).click();
	}
}

/** A room's page as it stands, in the light and in the dark: axe finds nothing, and nothing sticks out. */
export async function expectSoundAsItIs(page: Page): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await expectNoAxeViolations(page);
		await expectNothingSticksOut(page);
	}
}

/** Nothing is wider than the window. */
export async function expectNothingSticksOut(page: Page): Promise<void> {
	const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(overhang, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
