// The owner's links: found, sorted, turned off and on again one by one and together, ended, scanned, and what happened on each.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { hold } from "./support/toasts";

const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });
const titles = (page: Page) => page.getByRole("row").getByRole("link");

async function menu(page: Page, of: string, item: string): Promise<void> {
	await page.getByRole("button", { name: `More for ${of}` }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

test("a link is turned off, on again by Undo, and ended for good", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Night bus" });
	const status = async () => (await fetch(link)).status;
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await menu(page, "Night bus", "Turn off link");
	await expect(row(page, "Night bus")).toContainText("Off");
	await hold(page, "Link turned off");
	expect(await status()).toBe(404);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(row(page, "Night bus")).toContainText("Live");
	await expect(page.getByText("Link turned on")).toBeVisible();
	expect(await status()).toBe(200);
	await menu(page, "Night bus", "End link for good");
	await page.getByRole("alertdialog").getByRole("button", { name: "End link" }).click();
	await expect(page.getByText("Link ended for good")).toBeVisible();
	await expect(row(page, "Night bus")).toHaveCount(0);
	expect(await status()).toBe(404);
});

test("several links are turned off at once, and on again by Undo", async ({ page, api, signIn, publish }) => {
	const links: string[] = [];
	for (const title of ["One", "Two", "Three"]) links.push(await publish("song", { owner: api, title }));
	const open = async () => (await Promise.all(links.map(async (link) => (await fetch(link)).status))).join();
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await page.getByRole("button", { name: "Select", exact: true }).click();
	for (const title of ["One", "Three"]) await page.getByRole("checkbox", { name: `Select ${title}` }).check();
	const bar = page.getByRole("region", { name: "Selection" });
	await expect(bar).toContainText("2 selected");
	await expectNoAxeViolations(page);
	await bar.getByRole("button", { name: "Turn off" }).click();
	await hold(page, "2 links turned off");
	expect(await open()).toBe("404,200,404");
	const select = page.getByRole("button", { name: "Select", exact: true });
	await expect(select).toBeFocused();
	await page.getByRole("button", { name: "Undo" }).press("Enter");
	await expect(page.getByText("2 links turned on")).toBeVisible();
	await expect(select).toBeFocused();
	expect(await open()).toBe("200,200,200");
});

test("without a network a link stays as it was", async ({ page, api, signIn, publish, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await page.getByRole("button", { name: "More for Night bus" }).click();
	await expect(page.getByRole("region", { name: /Notifications/ })).toBeAttached();
	await context.setOffline(true);
	await page.getByRole("menuitem", { name: "Turn off link" }).click();
	await expect(page.getByText("You seem to be offline. Try again.")).toBeVisible();
	await expect(row(page, "Night bus")).toContainText("Live");
});

test("links are searched, filtered and sorted, and the address keeps it", async ({ page, api, signIn, publish, open }) => {
	const links: string[] = [];
	for (const title of ["Night bus", "Early train", "Late train"]) links.push(await publish("song", { owner: api, title }));
	const counted = page.waitForResponse((response) => response.url().includes("/api/open/"));
	await open(links[1] ?? "");
	await counted;
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await expect(titles(page)).toHaveText(["Late train", "Early train", "Night bus"]);
	await page.getByRole("button", { name: "Sort by: Newest" }).click();
	await page.getByRole("menuitemradio", { name: "Most views" }).click();
	await expect(titles(page)).toHaveText(["Early train", "Late train", "Night bus"]);
	await menu(page, "Late train", "Turn off link");
	await expect(page.getByText("Link turned off")).toBeVisible();
	await page.getByLabel("Search links").fill("TRAIN");
	await expect(titles(page)).toHaveText(["Early train", "Late train"]);
	await page.getByRole("radio", { name: "Off" }).click();
	await expect(titles(page)).toHaveText(["Late train"]);
	await expect(page).toHaveURL(/q=TRAIN/);
	await page.reload();
	await expect(titles(page)).toHaveText(["Late train"]);
	await expect(page.getByLabel("Search links")).toHaveValue("TRAIN");
	await expect(page.getByRole("button", { name: "Sort by: Most views" })).toBeVisible();
});

test("the share dialog shows a QR code that can be saved, and turns the link off and on", async ({ page, api, signIn, publish }) => {
	const link = await publish("playlist", { owner: api, songs: 1, title: "Night drive" });
	await signIn(page, api);
	await page.goto("/dashboard");
	await menu(page, "Night drive", "Share");
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "QR code" }).click();
	await expect(dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
	await expectNoAxeViolations(page);
	for (const [name, start] of [
		["SVG", "<svg"],
		["PNG", "\x89PNG"],
	] as const) {
		const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name }).click()]);
		expect(download.suggestedFilename()).toBe(`Night drive QR code.${name.toLowerCase()}`);
		expect((await readFile(await download.path(), "latin1")).startsWith(start)).toBe(true);
	}
	await dialog.getByRole("button", { name: "Turn off link" }).click();
	await expect(dialog.getByText("This link is turned off")).toBeVisible();
	await expect.poll(async () => (await fetch(link)).status).toBe(404);
	await dialog.getByRole("button", { name: "Turn on link" }).click();
	await expect.poll(async () => (await fetch(link)).status).toBe(200);
});

test("a link's field shows its end, which is its code, and gives all of it", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Night bus" });
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn(page, api);
	await page.goto("/dashboard");
	await menu(page, "Night bus", "Share");
	const field = page.getByRole("dialog").getByLabel("Link");
	await expect(field).toHaveValue(link);
	const beyond = () => field.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth - input.scrollLeft);
	expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBeGreaterThan(20);
	await expect.poll(beyond).toBeLessThan(2);
	await field.click();
	expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([0, link.length]);
	await page.keyboard.press("Tab");
	await expect.poll(beyond).toBeLessThan(2);
	await page.getByRole("link", { name: "Details" }).click();
	await page.waitForURL("**/dashboard/shares/*");
	await expect.poll(() => page.getByLabel("Link", { exact: true }).evaluate((input) => input.scrollLeft)).toBeGreaterThan(0);
});

test("a song's link can show a playlist behind it", async ({ page, api, signIn }) => {
	const song = await api.upload({ title: "Night bus" });
	const playlist = await api.playlist("Late train home", [song]);
	await api.playlist("Another", []);
	await signIn(page, api);
	await page.goto(`/dashboard/song/${song.id}`);
	await page.getByRole("button", { name: "Share", exact: true }).click();
	const choice = page.getByRole("dialog").getByLabel("Playlist behind this song");
	await expect(choice.getByRole("option")).toHaveText(["None: the song alone", "Late train home"]);
	const saved = page.waitForResponse((response) => response.request().postData()?.includes("contextPlaylistId") ?? false);
	await choice.selectOption("Late train home");
	expect((await saved).status()).toBe(200);
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Share", exact: true }).click();
	await expect(choice).toHaveValue(playlist.id);
	const { data } = await (await api.send("POST", `/api/share/song/${song.id}`, {})).json();
	expect((await (await fetch(`${api.url}/api/share/${data.shareId}`)).json()).data.contextPlaylist).toBeTruthy();
});

test("a link's own page tells what happened on it", async ({ page, api, signIn, publish, somebodyElse }) => {
	test.slow();
	const link = await publish("playlist", { songs: 2, owner: api });
	const visitor = await somebodyElse();
	const counted = visitor.waitForResponse((response) => response.url().includes("/api/open/"));
	await visitor.goto(link);
	await counted;
	const granted = visitor.waitForResponse((response) => response.url().endsWith("/play"));
	await visitor.getByRole("button", { name: "Play Song 1", exact: true }).click();
	await granted;
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await row(page, "Night drive").getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: "Night drive" })).toBeVisible();
	await expect(page.getByText(/1 view and 1 play in the last 30 days/)).toBeVisible();
	await expect(page.locator(".recharts-surface").first()).toBeVisible();
	await expect(page.getByRole("region", { name: "Where people came from" })).toContainText("Direct");
	await expect(page.getByText("Without an account people hear three songs")).toBeVisible();
	await page.getByRole("radio", { name: "7 days" }).click();
	await expect(page).toHaveURL(/days=7/);
	await page.getByText("As a table").click();
	await expect(page.getByRole("table").getByRole("row")).toHaveCount(8);
	await expectNoAxeViolations(page);
	await page.getByRole("button", { name: "Turn off link" }).click();
	await expect(page.getByText("Link turned off")).toBeVisible();
	expect((await fetch(link)).status).toBe(404);
});
