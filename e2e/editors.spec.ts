// Arranging, removing and deleting, each of which can be taken back.

import { quoted } from "../components/ui/quoted";
import { announced, handle, stored, threeSongs } from "./support/playlist-editor";
import { expect, test } from "./support/test";
import { hold } from "./support/toasts";

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

test("a removed song comes back to its place by Undo, and the focus stays in the list", async ({ page, api, signIn }) => {
	const id = await threeSongs(page, api, signIn);
	await page.getByRole("button", { name: "More for Two" }).click();
	await page.getByRole("menuitem", { name: "Remove from playlist" }).click();
	await hold(page, "Removed");
	await expect.poll(() => stored(api, id)).toEqual(["Before", "One", "Three"]);
	await expect(handle(page, "Three")).toBeFocused();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect.poll(() => stored(api, id)).toEqual(["Before", "One", "Two", "Three"]);
});

test("a song that is moved to where nobody has scrolled leaves the focus at its place", async ({ page, api, signIn }) => {
	test.slow();
	const video = (_: unknown, at: number) => api.video(`video${String(at + 1).padStart(6, "0")}`, `Number ${at + 1}`);
	const songs = await Promise.all(Array.from({ length: 230 }, video));
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
	await hold(page, "Deleted");
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
