// From an empty data folder to a working link that a stranger hears, by clicking alone, within two minutes.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { alive } from "./support/alive";
import { startServer, type TestServer } from "./support/server";
import { expect, test } from "./support/test";

const twoMinutes = 120_000;

test.describe.configure({ timeout: twoMinutes + 30_000 });

let server: TestServer;
test.beforeAll(async () => {
	// How long a server takes to start is not what is measured.
	test.setTimeout(twoMinutes);
	server = await startServer();
});
test.afterAll(() => server.stop());

async function signUp(page: Page, username: string): Promise<void> {
	await page.goto(server.url);
	await page.getByRole("link", { name: "Create free account" }).first().click();
	await page.getByLabel("Email").fill(`${username}@example.test`);
	await page.getByLabel("Username").fill(username);
	await page.getByLabel("Password", { exact: true }).fill("a long enough password");
	await page.getByRole("button", { name: "Create free account" }).click();
	await expect(page.getByRole("heading", { name: "Make or bring in the first thing" })).toBeVisible();
	// A button that is pressed before that does nothing: people press it again.
	await alive(page);
}

/** Shares the thing by its menu and answers what "Copy link" put on the clipboard. */
async function copiedLink(page: Page, title: string): Promise<string> {
	await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
	await page.getByRole("button", { name: `More for ${title}`, exact: true }).click();
	await page.getByRole("menuitem", { name: "Share" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Copy link" }).click();
	await expect(page.getByRole("dialog").getByRole("button", { name: "Copied" })).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens the link on somebody else's phone, presses play, and waits until there is something to hear. */
async function hears(stranger: Page, link: string): Promise<void> {
	await stranger.setViewportSize({ width: 360, height: 740 });
	await stranger.goto(link);
	await stranger.getByRole("button", { name: /^Play/ }).first().click();
	await expect
		.poll(() => stranger.evaluate(() => Math.max(...[...document.querySelectorAll("audio")].map(({ currentTime }) => currentTime))))
		.toBeGreaterThan(0.1);
}

test("a file of one's own is uploaded, shared and heard", async ({ page, somebodyElse }) => {
	const begun = Date.now();
	await signUp(page, "ada");
	const buffer = await readFile("e2e/support/fixtures/northbound.mp3");
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Upload songs" }).click()]);
	await chooser.setFiles({ name: "northbound.mp3", mimeType: "audio/mpeg", buffer });
	await expect(page.getByRole("link", { name: "Northbound" })).toBeVisible();
	await hears(await somebodyElse(), await copiedLink(page, "Northbound"));
	expect(Date.now() - begun).toBeLessThan(twoMinutes);
});

test("sample content is made, shared and heard", async ({ page, somebodyElse }) => {
	const begun = Date.now();
	await signUp(page, "mira");
	await page.getByRole("button", { name: "Try it with sample content" }).click();
	const playlist = page
		.getByRole("listitem")
		.filter({ hasText: /\d songs/ })
		.getByRole("link");
	await expect(playlist).toBeVisible({ timeout: twoMinutes });
	const title = (await playlist.textContent())?.trim() ?? "";
	await hears(await somebodyElse(), await copiedLink(page, title));
	expect(Date.now() - begun).toBeLessThan(twoMinutes);
});
