// Songs on their way into the library: folders, several at once, cancelled, failed and tried again.
import { mkdir, open as openFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { quoted } from "../components/ui/quoted";
import { atRest } from "./support/at-rest";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { hold } from "./support/toasts";
import { wav } from "./support/wav";

const file = (name: string, buffer: Uint8Array, mimeType = "audio/wav") => ({ name, mimeType, buffer: Buffer.from(buffer) });
const song = (title: string, seconds = 1) => file(`${title}.wav`, wav({ seconds, title, artist: "Mira Holt" }));
const choose = (page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) =>
	page.getByLabel("Songs to upload").first().setInputFiles(files);
const uploads = (page: Page) => page.getByRole("region", { name: "Uploads" });
const row = (page: Page, name: string) => uploads(page).getByRole("listitem").filter({ hasText: name });

/** Drops files and folders from the disk onto the middle of the page, as the operating system would. */
async function drop(page: Page, ...files: string[]): Promise<void> {
	const browser = await page.context().newCDPSession(page);
	const data = { items: [], files, dragOperationsMask: 1 };
	const drag = (type: "dragEnter" | "dragOver" | "drop") => browser.send("Input.dispatchDragEvent", { type, x: 180, y: 400, data });
	await drag("dragEnter");
	await expect(async () => {
		await drag("dragOver");
		await expect(page.getByText("Drop songs or a folder of them")).toBeVisible({ timeout: 500 });
	}).toPass();
	await drag("drop");
}

/** Makes the way to the server as slow as this many bytes a second, until `full()`. */
async function throttle(page: Page, uploadThroughput: number) {
	const browser = await page.context().newCDPSession(page);
	const limit = (bytes: number) => ({ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytes });
	await browser.send("Network.enable");
	await browser.send("Network.emulateNetworkConditions", limit(uploadThroughput));
	return { full: () => browser.send("Network.emulateNetworkConditions", limit(-1)) };
}

test("a folder dropped anywhere brings in its songs, those in folders of it too, each once", async ({ page, api, signIn }, testInfo) => {
	const folder = testInfo.outputPath("music");
	await mkdir(join(folder, "night", "deeper"), { recursive: true });
	await writeFile(join(folder, "Platform nine.wav"), wav({ title: "Platform nine" }));
	await writeFile(join(folder, "night", "Window seat.wav"), wav({ title: "Window seat" }));
	await writeFile(join(folder, "night", "deeper", "Last stop.wav"), wav({ title: "Last stop" }));
	await writeFile(join(folder, "night", "again.wav"), wav({ title: "Platform nine" }));
	for (const name of ["cover.jpg", "notes.txt", ".DS_Store"]) await writeFile(join(folder, name), name);
	await signIn(page, api);
	await page.goto("/dashboard");
	await drop(page, folder);
	await expect(page.getByText("3 songs added to your library")).toBeVisible();
	for (const title of ["Platform nine", "Window seat", "Last stop"]) await expect(page.getByRole("link", { name: title })).toHaveCount(1);
	const named = `2 files skipped, not songs in a format we know: ${quoted("cover.jpg")} and ${quoted("notes.txt")}.`;
	await expect(uploads(page).getByText(named).last()).toBeVisible();
	await expect(uploads(page).getByText("One file was there more than once").last()).toBeVisible();
	const { data } = await (await api.fetch("/api/songs")).json();
	expect(data).toHaveLength(3);
	await page.getByRole("button", { name: "Dismiss this note" }).click();
	await expect(uploads(page).getByText("2 files skipped")).toHaveCount(0);
});

test("three are sent at once, the rest waits; what is cancelled does not arrive, sending or waiting", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	const line = await throttle(page, 20_000);
	await choose(
		page,
		["One", "Two", "Three", "Four", "Five"].map((title, at) => song(title, 10 + at)),
	);
	await expect(uploads(page).getByText(/^\d+ %$/)).toHaveCount(3);
	await expect(uploads(page).getByText("Waiting")).toHaveCount(2);
	await expect(row(page, "One.wav").getByText(/^[1-9]\d? %$/)).toBeVisible();
	await page.getByRole("button", { name: "Cancel Two.wav" }).click();
	// The next in the queue takes its place.
	await expect(row(page, "Four.wav").getByText(/%/)).toBeVisible();
	await page.getByRole("button", { name: "Cancel Five.wav" }).click();
	await line.full();
	await expect(page.getByText("3 songs added to your library")).toBeVisible();
	const { data } = await (await api.fetch("/api/songs")).json();
	expect(data.map(({ title }: { title: string }) => title).sort()).toEqual(["Four", "One", "Three"]);
	await expect(uploads(page).getByRole("listitem")).toHaveCount(0);
});

test("what failed without a network goes through when it is tried again", async ({ page, api, signIn, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	await signIn(page, api);
	await page.goto("/dashboard");
	await expect(page.getByRole("heading", { name: "Make or bring in the first thing" })).toBeVisible();
	await context.setOffline(true);
	await choose(page, [song("Platform nine"), song("Window seat", 2)]);
	await expect(row(page, "Platform nine.wav")).toContainText("You seem to be offline");
	await expect(row(page, "Window seat.wav")).toContainText("You seem to be offline");
	await context.setOffline(false);
	await page.getByRole("button", { name: "Try Platform nine.wav again" }).click();
	await expect(page.getByRole("link", { name: "Platform nine" })).toBeVisible();
	await page.getByRole("button", { name: "Clear list" }).click();
	await expect(uploads(page).getByRole("listitem")).toHaveCount(0);
});

test("a file that is in the library already is said to be, and taken out again by Undo", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await choose(page, song("Northbound"));
	await expect(page.getByText("1 song added to your library")).toBeVisible();
	await expect(page.getByRole("link", { name: "Northbound" })).toHaveCount(1);
	await choose(page, song("Northbound"));
	await hold(page, `${quoted("Northbound")} is in your library twice now`);
	await expect(page.getByRole("link", { name: "Northbound" })).toHaveCount(2);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText(`The second ${quoted("Northbound")} is gone again`)).toBeVisible();
	await expect(page.getByRole("link", { name: "Northbound" })).toHaveCount(1);
	const { data } = await (await api.fetch("/api/songs")).json();
	expect(data).toHaveLength(1);

	await choose(page, [song("Window seat"), song("Northbound")]);
	await expect(page.getByText("2 songs added to your library")).toBeVisible();
	await expect(page.getByText(`${quoted("Northbound")} is in your library twice now`)).toBeVisible();
});

test("the panel and the songs that arrive move nothing on the page", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.addInitScript(() => {
		const seen: { at: number; value: number }[] = [];
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) if ("value" in entry) seen.push({ at: entry.startTime, value: Number(entry.value) });
		}).observe({ type: "layout-shift", buffered: true });
		Object.assign(window, { shifts: seen });
	});
	await page.goto("/dashboard");
	await expect(page.getByRole("heading", { name: "Make or bring in the first thing" })).toBeVisible();
	await atRest(page);
	const begun = await page.evaluate(() => performance.now());
	const line = await throttle(page, 40_000);
	await choose(
		page,
		["One", "Two", "Three", "Four", "Five"].map((title, at) => song(title, 2 + at)),
	);
	await expect(uploads(page)).toBeInViewport();
	await expect(page.getByRole("link", { name: "Two" })).toBeVisible();
	await line.full();
	for (const title of ["One", "Three", "Four", "Five"]) await expect(page.getByRole("link", { name: title })).toBeVisible();
	await expect(uploads(page).getByRole("listitem")).toHaveCount(0);
	const shifts = await page.evaluate(() => ("shifts" in window ? (window.shifts as { at: number; value: number }[]) : []));
	expect(shifts.reduce((sum, { at, value }) => (at < begun ? sum : sum + value), 0)).toBeLessThan(0.02);
});

test("the panel folds up, still says how it goes, and stands above the player", async ({ page, api, signIn, troubles }) => {
	troubles.allow(/status of 400/);
	await api.upload({ title: "Northbound", seconds: 20 });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "Play Northbound" }).click();
	const player = page.getByRole("region", { name: "Player" });
	await expect(player.getByRole("button", { name: "Pause" })).toBeVisible();
	await choose(page, [song("Broken"), file("page.wav", Buffer.from("<!doctype html>")), file("notes.txt", Buffer.from("x"), "text/plain")]);
	await expect(row(page, "page.wav")).toContainText("not");
	await expect(page.getByRole("link", { name: "Broken" })).toBeVisible();
	await expect(row(page, "page.wav")).toBeInViewport({ ratio: 0.95 });
	await expect(player.getByRole("button", { name: "Pause" })).toBeInViewport({ ratio: 1 });
	await atRest(page);
	const [panel, bar] = [await row(page, "page.wav").boundingBox(), await player.boundingBox()];
	expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
	await expectNoAxeViolations(page);
	const each = uploads(page).getByRole("button", { name: "Show each file" });
	await each.click();
	await expect(each).toHaveAttribute("aria-expanded", "false");
	await expect(row(page, "page.wav")).toBeHidden();
	await expect(uploads(page).getByText("1 file could not be uploaded").last()).toBeVisible();
	await each.click();
	await uploads(page).getByRole("button", { name: "Clear list" }).click();
	await expect(uploads(page).getByRole("button")).toHaveCount(0);
});

test("a file of more than 200 MB is refused before it is sent", async ({ page, api, signIn }, testInfo) => {
	const path = testInfo.outputPath("long.wav");
	const long = await openFile(path, "w");
	await long.truncate(200 * 1024 * 1024 + 1);
	await long.close();
	await signIn(page, api);
	await page.goto("/dashboard");
	const sent: string[] = [];
	page.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
	await choose(page, path);
	await expect(row(page, "long.wav")).toContainText("This file is larger than 200 MB.");
	expect(sent).not.toContain("POST /api/songs");
});

test("leaving the page asks while something is on its way, and only then", async ({ page, api, signIn }) => {
	const asked: string[] = [];
	page.on("dialog", (dialog) => {
		asked.push(dialog.type());
		void dialog.dismiss();
	});
	await signIn(page, api);
	await page.goto("/dashboard");
	const line = await throttle(page, 20_000);
	await choose(page, song("Platform nine", 30));
	await expect(row(page, "Platform nine.wav").getByText(/%/)).toBeVisible();
	// Browsers ask only people who have touched the page.
	await page.getByRole("heading", { name: "Library" }).click();
	await page.evaluate(() => location.reload());
	await expect.poll(() => asked).toEqual(["beforeunload"]);
	await expect(row(page, "Platform nine.wav")).toBeVisible();
	await line.full();
	await expect(page.getByRole("link", { name: "Platform nine" })).toBeVisible();
	await expect(uploads(page).getByRole("listitem")).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole("link", { name: "Platform nine" })).toBeVisible();
	expect(asked).toEqual(["beforeunload"]);
});
