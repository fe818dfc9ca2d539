// Arranging, removing and deleting, each of which can be taken back.

import type { Page } from "@playwright/test";
import { quoted } from "../components/ui/quoted";
import type { Account } from "./support/account";
import { expect, test } from "./support/test";

const handle = (page: Page, title: string) => page.getByRole("button", { name: `Move ${title}`, exact: true });
const announced = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** What the server has: the playlist's name and its songs in order. */
async function stored(api: Account, id: string): Promise<string[]> {
	const { data } = await (await api.fetch(`/api/playlists/${id}`)).json();
	return [data.name, ...data.songs.map(({ title }: { title: string }) => title)];
}

/** A finger on this vertical line of the screen. */
async function finger(page: Page, x: number) {
	const browser = await page.context().newCDPSession(page);
	return (type: "touchStart" | "touchMove" | "touchEnd", ...at: number[]) =>
		browser.send("Input.dispatchTouchEvent", { type, touchPoints: at.map((y) => ({ x, y })) });
}

async function threeSongs(page: Page, api: Account, signIn: (page: Page, account: Account) => Promise<void>) {
	const songs = [];
	for (const title of ["One", "Two", "Three"]) songs.push(await api.upload({ title }));
	const playlist = await api.playlist("Before", songs);
	await signIn(page, api);
	await page.goto(`/dashboard/playlist/${playlist.id}`);
	return playlist.id;
}

test("a playlist is renamed and arranged by its menus, and both last", async ({ page, api, signIn }) => {
	const id = await threeSongs(page, api, signIn);
	await page.getByLabel("Name").fill("After");
	await page.getByRole("button", { name: "More for Three" }).click();
	await page.getByRole("menuitem", { name: "Move to the top" }).click();
	await expect.poll(() => stored(api, id)).toEqual(["After", "Three", "One", "Two"]);
	await expect(page.getByText("Saved")).toBeVisible();
	await page.reload();
	await expect(page.getByLabel("Name")).toHaveValue("After");
});

test("songs are moved by keyboard, and it is told where they are", async ({ page, api, signIn }) => {
	const id = await threeSongs(page, api, signIn);
	await handle(page, "Three").press("Space");
	await expect(announced(page, "Picked up Three, number 3 of 3")).toHaveCount(1);
	await page.keyboard.press("ArrowUp");
	await expect(announced(page, "Three: now number 2 of 3")).toHaveCount(1);
	await page.keyboard.press("ArrowUp");
	await expect(announced(page, "Three: now number 1 of 3")).toHaveCount(1);
	await page.keyboard.press("Space");
	await expect.poll(() => stored(api, id)).toEqual(["Before", "Three", "One", "Two"]);
	await handle(page, "One").press("Space");
	await expect(announced(page, "Picked up One, number 2 of 3")).toHaveCount(1);
	await page.keyboard.press("ArrowDown");
	await expect(announced(page, "One: now number 3 of 3")).toHaveCount(1);
	await page.keyboard.press("Escape");
	await expect(announced(page, "One stays number 2 of 3")).toHaveCount(1);
	await expect.poll(() => stored(api, id)).toEqual(["Before", "Three", "One", "Two"]);
});

test("keys that follow a pick-up at once are not lost, however busy the page is", async ({ page, api, signIn }) => {
	const id = await threeSongs(page, api, signIn);
	await handle(page, "One").evaluate((button) => {
		button.focus();
		// All of them in one turn, before any timer.
		for (const code of ["Space", "ArrowDown"])
			button.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true }));
	});
	await expect(announced(page, "One: now number 2 of 3")).toHaveCount(1);
	await page.keyboard.press("Space");
	await expect.poll(() => stored(api, id)).toEqual(["Before", "Two", "One", "Three"]);
});

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
	const id = await threeSongs(page, api, signIn);
	await page.setViewportSize({ width: 360, height: 560 });
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	const bottom = await page.evaluate(() => scrollY);
	const box = await handle(page, "One").boundingBox();
	if (!box) throw new Error("no handle");
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

test("a removed song comes back to its place by Undo, and the focus stays in the list", async ({ page, api, signIn }) => {
	const id = await threeSongs(page, api, signIn);
	await page.getByRole("button", { name: "More for Two" }).click();
	await page.getByRole("menuitem", { name: "Remove from playlist" }).click();
	await expect.poll(() => stored(api, id)).toEqual(["Before", "One", "Three"]);
	await expect(handle(page, "Three")).toBeFocused();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect.poll(() => stored(api, id)).toEqual(["Before", "One", "Two", "Three"]);
});

test("a song that is moved to where nobody has scrolled leaves the focus at its place", async ({ page, api, signIn }) => {
	const songs = [];
	for (let song = 1; song <= 230; song++) songs.push(await api.video(`video${String(song).padStart(6, "0")}`, `Number ${song}`));
	const playlist = await api.playlist("Long", songs);
	await signIn(page, api);
	await page.goto(`/dashboard/playlist/${playlist.id}`);
	await page.getByRole("button", { name: "More for Number 2", exact: true }).press("Enter");
	await page.getByRole("menuitem", { name: "Move to the end" }).press("Enter");
	await expect(announced(page, "Number 2: now number 230 of 230")).toHaveCount(1);
	await expect(handle(page, "Number 2")).toHaveCount(0);
	await expect(page.getByRole("menu")).toHaveCount(0);
	await expect(handle(page, "Number 3")).toBeFocused();
});

test("a deleted song is gone from the library and from its link, until it is taken back", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Quiet coach" });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "More for Quiet coach" }).click();
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await expect(page.getByRole("link", { name: "Quiet coach" })).toHaveCount(0);
	await expect(page.getByText(`Deleted ${quoted("Quiet coach")}, and turned off its link`)).toBeVisible();
	expect((await fetch(link)).status).toBe(404);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText(`${quoted("Quiet coach")} is back`)).toBeVisible();
	await expect(page.getByRole("link", { name: "Quiet coach" })).toBeVisible();
	expect((await fetch(link)).status).toBe(200);
});

test("a song that was deleted elsewhere leaves the playlist, and the rest is saved", async ({ page, api, signIn, troubles }) => {
	troubles.allow(/status of 400/);
	const id = await threeSongs(page, api, signIn);
	const { data } = await (await api.fetch(`/api/playlists/${id}`)).json();
	await api.fetch(`/api/songs/${data.songs[1].id}`, { method: "DELETE" });
	await page.getByRole("button", { name: "More for Three" }).click();
	await page.getByRole("menuitem", { name: "Move to the top" }).click();
	await expect(page.getByText("1 song deleted elsewhere left this playlist")).toBeVisible();
	await expect(page.getByText("Saved")).toBeVisible();
	await expect.poll(() => stored(api, id)).toEqual(["Before", "Three", "One"]);
});

test("a playlist deleted in its editor leads to the library, and comes back there", async ({ page, api, signIn }) => {
	await threeSongs(page, api, signIn);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("menuitem", { name: "Delete playlist" }).click();
	await page.waitForURL("**/dashboard");
	await expect(page.getByText(`Deleted ${quoted("Before")}`)).toBeVisible();
	await expect(page.getByRole("link", { name: "Before" })).toHaveCount(0);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByRole("link", { name: "Before" })).toBeVisible();
});

test("what could not be deleted is there again, with the reason", async ({ page, api, signIn, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	await api.upload({ title: "Quiet coach" });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "More for Quiet coach" }).click();
	await expect(page.getByRole("region", { name: /Notifications/ })).toBeAttached();
	await context.setOffline(true);
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await expect(page.getByText("You seem to be offline. Try again.")).toBeVisible();
	await expect(page.getByRole("link", { name: "Quiet coach" })).toBeVisible();
});
