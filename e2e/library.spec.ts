// What comes into the library besides uploads, and how it is found again: covers, YouTube, playlists in files, sample content, search.
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { quoted } from "../components/ui/quoted";
import { expect, test } from "./support/test";

async function choose(page: Page, item: string): Promise<void> {
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

const picture = (background: string) =>
	sharp({ create: { width: 300, height: 300, channels: 3, background } })
		.png()
		.toBuffer();

test("a cover is shown at once, lasts, is replaced and taken away", async ({ page, api, signIn }) => {
	const song = await api.upload({ title: "Night bus" });
	const thumbnail = async () => (await (await api.fetch(`/api/songs/${song.id}`)).json()).data.thumbnail;
	await signIn(page, api);
	await page.goto(`/dashboard/song/${song.id}`);
	const cover = page.locator("main img");
	await page.getByLabel("Cover picture").setInputFiles({ name: "red.png", mimeType: "image/png", buffer: await picture("red") });
	await expect(cover).toBeVisible();
	await expect(page.getByText("Cover saved")).toBeVisible();
	const first = await thumbnail();
	expect(first).toContain(`/items/${song.id}/cover`);
	await page.getByLabel("Cover picture").setInputFiles({ name: "blue.png", mimeType: "image/png", buffer: await picture("blue") });
	await expect.poll(thumbnail).not.toBe(first);
	await page.reload();
	await expect(cover).toBeVisible();
	await page.getByRole("button", { name: "Remove cover" }).click();
	await expect(page.getByText("Cover removed")).toBeVisible();
	expect(await thumbnail()).toBeNull();
	await expect(cover).toHaveCount(0);
});

test("what is no picture is refused, and the cover stays", async ({ page, api, signIn, troubles }) => {
	troubles.allow(/status of 4\d\d.*\/cover/);
	const song = await api.upload({ title: "Night bus" });
	await signIn(page, api);
	await page.goto(`/dashboard/song/${song.id}`);
	const input = page.getByLabel("Cover picture");
	await input.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
	await expect(page.getByText("This is not a JPEG, PNG, WebP or GIF picture.")).toBeVisible();
	await input.setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
	await expect(page.getByRole("status").filter({ hasText: /picture|JPEG/ })).toBeVisible();
	await expect(page.locator("main img")).toHaveCount(0);
});

test("a song from YouTube is added by its link, with nothing asked of YouTube", async ({ page, api, signIn }) => {
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.url()));
	await signIn(page, api);
	await page.goto("/dashboard");
	await choose(page, "Add from YouTube");
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Link or video id")).toBeFocused();
	await dialog.getByLabel("Link or video id").fill("https://example.org/watch?v=1");
	await dialog.getByRole("button", { name: "Add song" }).click();
	await expect(dialog.getByText("Not a link to a YouTube video")).toBeVisible();
	await expect(dialog.getByText("Required")).toHaveCount(2);
	await dialog.getByLabel("Link or video id").fill("https://youtu.be/dQw4w9WgXcQ?t=3");
	await dialog.getByLabel("Title").fill("Never gonna");
	await dialog.getByLabel("Artist").fill("Mira Holt");
	await dialog.getByRole("button", { name: "Add song" }).click();
	await expect(page.getByRole("link", { name: "Never gonna" })).toBeVisible();

	await choose(page, "Add from YouTube");
	await dialog.getByLabel("Link or video id").fill("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
	await dialog.getByLabel("Title").fill("Another name");
	await dialog.getByLabel("Artist").fill("Mira Holt");
	await dialog.getByRole("button", { name: "Add song" }).click();
	await expect(dialog.getByText(`Already in your library as ${quoted("Never gonna")}`)).toBeVisible();
	await expect(dialog.getByLabel("Link or video id")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("link", { name: "Another name" })).toHaveCount(0);
	expect(asked.filter((address) => !address.startsWith(api.url))).toEqual([]);
});

test("a playlist in a file is imported, each miss with its reason, and exported again", async ({ page, api, signIn }) => {
	await api.upload({ title: "Night bus", artist: "Mira Holt" });
	await signIn(page, api);
	await page.goto("/dashboard");
	await choose(page, "Import a file");
	const text =
		"#EXTM3U\n#PLAYLIST:Late train home\n#EXTINF:1,Mira Holt - Night bus\nnight.mp3\n#EXTINF:1,Nobody - Nowhere\n../nowhere.mp3\n";
	await page.getByLabel("File to import").setInputFiles({ name: "late.m3u8", mimeType: "audio/x-mpegurl", buffer: Buffer.from(text) });
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByText("1 song found in your library")).toBeVisible();
	const missed = dialog.getByRole("region", { name: "Songs that were not found" }).getByRole("listitem");
	await expect(missed).toHaveCount(1);
	await expect(missed).toContainText("Nowhere");
	await dialog.getByRole("button", { name: "Open playlist" }).click();
	await page.waitForURL("**/dashboard/playlist/*");
	await expect(page.getByRole("button", { name: "Play Night bus" })).toBeVisible();
	await page.getByRole("button", { name: "More", exact: true }).click();
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Export as XSPF" }).click()]);
	expect(download.suggestedFilename()).toMatch(/\.xspf$/);
});

test("a file that is no playlist says so", async ({ page, api, signIn, troubles }) => {
	troubles.allow(/status of 4\d\d.*\/import/);
	await signIn(page, api);
	await page.goto("/dashboard");
	await choose(page, "Import a file");
	await page.getByLabel("File to import").setInputFiles({ name: "x.xspf", mimeType: "text/xml", buffer: Buffer.from("<html>") });
	await expect(page.getByRole("dialog").getByRole("alert")).not.toBeEmpty();
});

test("the library is searched, filtered and sorted, and the address keeps it", async ({ page, api, signIn }) => {
	const songs = [];
	for (const title of ["Bravo", "alpha", "Charlie"]) songs.push(await api.upload({ title, artist: "Mira Holt" }));
	await api.playlist("Delta", songs);
	await signIn(page, api);
	await page.goto("/dashboard");
	const titles = page.locator("main li").getByRole("link");
	await expect(titles).toHaveText(["Delta", "Charlie", "alpha", "Bravo"]);
	await page.getByRole("button", { name: "Sort by: Newest" }).click();
	await page.getByRole("menuitemradio", { name: "Title" }).click();
	await expect(titles).toHaveText(["alpha", "Bravo", "Charlie", "Delta"]);
	await page.getByRole("radio", { name: "Songs" }).click();
	await page.getByLabel("Search your library").fill("HOLT br");
	await expect(titles).toHaveText(["Bravo"]);
	await page.reload();
	await expect(titles).toHaveText(["Bravo"]);
	await expect(page).toHaveURL(/kind=song/);
	await titles.first().click();
	await page.waitForURL("**/dashboard/song/*");
	await page.goBack();
	await expect(page.getByLabel("Search your library")).toHaveValue("HOLT br");
});

test("signed out in another tab, what fails offers the way in, and back to here", async ({ page, api, signIn, context, troubles }) => {
	troubles.allow(/status of 401/);
	await api.upload({ title: "Quiet coach" });
	await signIn(page, api);
	await page.goto("/dashboard?kind=song");
	await page.getByRole("button", { name: "More for Quiet coach" }).click();
	await expect(page.getByRole("region", { name: /Notifications/ })).toBeAttached();
	await context.clearCookies();
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await expect(page.getByText("You are signed out. Sign in and try again.")).toBeVisible();
	await expect(page.getByRole("link", { name: "Quiet coach" })).toBeVisible();
	await page.getByRole("button", { name: "Log in" }).click();
	await page.waitForURL((address) => address.pathname === "/signin" && address.searchParams.get("next") === "/dashboard?kind=song");
});
