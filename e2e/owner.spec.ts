// The owner's whole way by clicking alone: account, songs, playlist, link, counts, off.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { wav } from "./support/wav";

const file = (name: string, buffer: Buffer | Uint8Array, mimeType = "audio/wav") => ({ name, mimeType, buffer: Buffer.from(buffer) });
const song = (title: string) => file(`${title}.wav`, wav({ seconds: 2, title, artist: "Mira Holt" }));

async function upload(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
	await page.locator('input[type="file"]').first().setInputFiles(files);
}

async function signUp(page: Page): Promise<void> {
	await page.goto("/");
	await page.getByRole("link", { name: "Create free account" }).first().click();
	const username = `o_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
	await page.getByLabel("Email").fill(`${username}@example.test`);
	await page.getByLabel("Username").fill(username);
	await page.getByLabel("Password", { exact: true }).fill("a long enough password");
	await page.getByRole("button", { name: "Create free account" }).click();
	await page.waitForURL("**/dashboard");
}

test("from nothing to a working link, and off again", async ({ page, context, url, somebodyElse, troubles }) => {
	test.slow();
	troubles.allow(/status of 404/, /ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING)/);
	await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
	await signUp(page);
	await expect(page.getByRole("heading", { name: "Make or bring in the first thing" })).toBeVisible();

	const mp3 = file("northbound.mp3", await readFile("e2e/support/fixtures/northbound.mp3"), "audio/mpeg");
	await upload(page, song("Platform nine"), song("Window seat"), mp3);
	for (const title of ["Platform nine", "Window seat", "Northbound"]) await expect(page.getByRole("link", { name: title })).toBeVisible();

	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "New playlist" }).click();
	await page.getByRole("dialog").getByLabel("Name").fill("Late train home");
	for (const title of ["Platform nine", "Northbound"]) await page.getByRole("checkbox", { name: title }).check();
	await page.getByRole("button", { name: "Create playlist" }).click();
	await page.waitForURL("**/dashboard/playlist/*");

	await page.getByRole("button", { name: "Share", exact: true }).first().click();
	const dialog = page.getByRole("dialog", { name: /Share .Late train home./ });
	const link = dialog.getByLabel("Link", { exact: true });
	await expect(link).toHaveValue(/\/share\/[0-9a-f]{16}$/);
	await dialog.getByRole("button", { name: "Copy link" }).click();
	await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
	const address = await page.evaluate(() => navigator.clipboard.readText());
	expect(address).toBe(await link.inputValue());

	const visitor = await somebodyElse();
	await visitor.goto(address);
	await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await visitor.getByRole("button", { name: "Play Platform nine", exact: true }).click();
	await expect(visitor.getByText("2 plays remaining")).toBeVisible();

	await page.goto("/dashboard/shares");
	const row = page.getByRole("row").filter({ hasText: "Late train home" });
	await expect(row).toContainText("Live");
	await page.getByRole("button", { name: "More for Late train home" }).click();
	await page.getByRole("menuitem", { name: "Turn off link" }).click();
	// The row changes at once; that the link is off is said when the server has said so.
	await expect(row).toContainText("Off");
	await expect(page.getByText("Link turned off")).toBeVisible();

	expect((await visitor.goto(address))?.status()).toBe(404);
	await expect(visitor.getByRole("heading", { name: "This link is not available" })).toBeVisible();
});

test("My shares shows what was viewed and played", async ({ page, api, publish, open, signIn, somebodyElse }) => {
	const link = await publish("playlist", { songs: 3, owner: api });
	const visitor = await somebodyElse();
	for (let visit = 0; visit < 2; visit++) {
		const counted = visitor.waitForResponse((response) => response.url().includes("/api/open/"));
		await visitor.goto(link);
		await counted;
	}
	for (const title of ["Song 1", "Song 2"]) {
		const granted = visitor.waitForResponse((response) => response.url().endsWith("/play"));
		await visitor.getByRole("button", { name: `Play ${title}`, exact: true }).click();
		await granted;
	}
	await signIn(page, api);
	await open("/dashboard/shares");
	for (const stat of ["Views, 7 days", "Plays, 7 days"]) await expect(page.locator(`dt:text-is("${stat}") + dd`)).toHaveText("2");
	await expect(page.getByRole("row").filter({ hasText: "Night drive" })).toContainText("Live");
});

test("files that are no songs say so beside their names, and the others go through", async ({ page, troubles }) => {
	troubles.allow(/status of 400.*\/api\/songs/);
	await signUp(page);
	await upload(
		page,
		file("page.mp3", Buffer.from("<!doctype html><title>x</title>"), "audio/mpeg"),
		file("empty.wav", Buffer.alloc(0)),
		song("Window seat"),
	);
	const uploads = page.getByRole("region", { name: "Uploads" });
	await expect(uploads.getByRole("listitem").filter({ hasText: "page.mp3" })).toContainText(
		"This is not an MP3, M4A, OGG, Opus, FLAC or WAV file",
	);
	await expect(uploads.getByRole("listitem").filter({ hasText: "page.mp3" })).not.toContainText("file:");
	await expect(uploads.getByRole("listitem").filter({ hasText: "empty.wav" })).toContainText("empty");
	await expect(page.getByRole("link", { name: "Window seat" })).toBeVisible();
	await page.getByRole("button", { name: "Dismiss page.mp3" }).click();
	await expect(page.getByText("page.mp3")).toHaveCount(0);
});
