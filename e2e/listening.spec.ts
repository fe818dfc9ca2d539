// Real sound in a real browser: the song plays, seeks and ends, and what the owner reads is what was played.
import { Account } from "./support/account";
import { expectPlaying, isPaused, position } from "./support/sound";
import { expect, test } from "./support/test";

const names = (count: number) => Array.from({ length: count }, (_, index) => `Track ${index + 1}`);

/** A playlist of songs of that length, shared: its owner and its link. */
async function sharedPlaylist(url: string, { songs, seconds }: { songs: number; seconds: number }) {
	const owner = await Account.signUp(url, { name: "Ada" });
	const uploaded = [];
	for (const title of names(songs)) uploaded.push(await owner.upload({ title, artist: "Mira Holt", seconds }));
	const playlist = await owner.playlist("Late train home", uploaded);
	return { owner, link: (await owner.share("playlist", playlist.id)).shareUrl };
}

/** What "My shares" says of the account's one link. */
async function counts(owner: Account) {
	const { data } = await (await owner.fetch("/api/share/my/shares")).json();
	return { views: data[0].viewCount, plays: data[0].playCount };
}

test("a song plays, seeks by keyboard and pauses", async ({ publish, open }) => {
	const { page } = await open(await publish("playlist", { songs: 2 }));
	await page.getByRole("button", { name: "Play Song 1", exact: true }).click();
	await expectPlaying(page);

	await page.getByRole("slider", { name: "Seek" }).focus();
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => position(page)).toBeGreaterThan(5);
	await page.getByRole("button", { name: "Pause" }).click();
	await expect.poll(() => isPaused(page)).toBe(true);

	await page.getByRole("slider", { name: "Seek" }).focus();
	await page.keyboard.press("Home");
	await expect.poll(() => position(page)).toBeLessThan(4);
});

test("a shared MP3 and a shared song by itself play", async ({ url, page }) => {
	const { readFile } = await import("node:fs/promises");
	const owner = await Account.signUp(url);
	const bytes = new Uint8Array(await readFile("e2e/support/fixtures/northbound.mp3"));
	const song = await owner.upload({ bytes, name: "whatever.bin", type: "application/octet-stream" });
	await page.goto((await owner.share("song", song.id)).shareUrl);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Northbound");
	await page.getByRole("button", { name: "Play Northbound", exact: true }).click();
	await expectPlaying(page);
});

test("the third song plays to its end, and then the dialog opens; the plays are counted, no more and no less", async ({ url, open }) => {
	const { owner, link } = await sharedPlaylist(url, { songs: 4, seconds: 1 });
	const shared = await open(link);
	// One press: each song follows the one before by itself.
	await shared.play("Track 1");
	await expect(shared.dialog("Create an account to continue")).toBeVisible({ timeout: 20_000 });
	await expect(shared.playsLeft).toHaveText("No plays remaining");
	await shared.page.keyboard.press("Escape");
	await expect(shared.page.getByRole("button", { name: "Play again" })).toBeVisible();
	await expect.poll(() => counts(owner)).toEqual({ views: 1, plays: 3 });
});

test("a list that has ended is played again from its start", async ({ url, open }) => {
	const shared = await open((await sharedPlaylist(url, { songs: 2, seconds: 20 })).link);
	const { page } = shared;
	await shared.play("Track 2");
	await expect(page.getByRole("button", { name: "Playing", exact: true })).toBeVisible();
	await expectPlaying(page);
	await page.getByRole("button", { name: "Pause" }).click();
	await page.getByRole("button", { name: "Resume" }).click();
	await expectPlaying(page);
	await page.getByRole("slider", { name: "Seek" }).press("End");
	await page.getByRole("button", { name: "Play again" }).click();
	await expect(shared.bar.getByRole("paragraph").first()).toHaveText("Track 1");
	await expect(page.getByRole("button", { name: "Playing", exact: true })).toBeVisible();
});

test("a stranger signs up at the gate, is back on the page and hears the rest", async ({ url, open, troubles }) => {
	test.slow();
	troubles.allow(/status of 403.*\/play/);
	const { owner, link } = await sharedPlaylist(url, { songs: 5, seconds: 20 });
	const shared = await open(link);
	const { page } = shared;
	for (const left of ["2 plays remaining", "1 play remaining", "No plays remaining"]) {
		await shared.play(names(5)[["2 plays remaining", "1 play remaining", "No plays remaining"].indexOf(left)] ?? "");
		await expect(shared.playsLeft).toHaveText(left);
		await expectPlaying(page);
	}
	await shared.play("Track 4");
	await shared.dialog("Create an account to continue").getByRole("link", { name: "Create free account" }).click();

	const username = `v_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
	await page.getByLabel("Email").fill(`${username}@example.test`);
	await page.getByLabel("Username").fill(username);
	await page.getByLabel("Password", { exact: true }).fill("a long enough password");
	await page.getByRole("button", { name: "Create free account" }).click();

	await page.waitForURL(link);
	await expect(page.getByText(/plays? remaining/)).toHaveCount(0);
	for (const title of names(5)) {
		const granted = page.waitForResponse((response) => response.url().endsWith("/play"));
		await page.getByRole("button", { name: `Play ${title}`, exact: true }).click();
		expect((await granted).status()).toBe(200);
		await expectPlaying(page);
	}
	await expect(page.getByRole("dialog")).toHaveCount(0);
	// Three as a stranger and five with the account; the page was opened twice.
	await expect.poll(() => counts(owner)).toEqual({ views: 2, plays: 8 });
});

test("a reload keeps the plays that were spent", async ({ publish, open }) => {
	const link = await publish("playlist", { songs: 5 });
	const shared = await open(link);
	await shared.playNext();
	await shared.playNext();
	await expect(shared.playsLeft).toHaveText("1 play remaining");
	await (await open(link)).play("Song 3");
	await expect(shared.playsLeft).toHaveText("No plays remaining");
});

test("the page says once that it was opened, and from where", async ({ publish, page }) => {
	const link = await publish("playlist", { songs: 1 });
	await page.goto("/signin");
	const opened: unknown[] = [];
	page.on("request", (request) => {
		if (request.url().includes("/api/open/")) opened.push(request.postDataJSON());
	});
	await page.evaluate((to) => location.assign(to), link);
	await page.waitForURL(link);
	await expect.poll(() => opened).toEqual([{ referrer: `${new URL(link).origin}/signin` }]);
});

test("the owner listens to their own link without being counted", async ({ url, page, signIn }) => {
	const { owner, link } = await sharedPlaylist(url, { songs: 4, seconds: 20 });
	await signIn(page, owner);
	await page.goto(link);
	for (const title of names(4)) {
		await page.getByRole("button", { name: `Play ${title}`, exact: true }).click();
		await expectPlaying(page);
	}
	expect(await counts(owner)).toEqual({ views: 0, plays: 0 });
});

test("a link that is turned off falls silent and shows the calm screen", async ({ url, open, troubles }) => {
	troubles.allow(/status of 404/, /ERR_(INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|ABORTED)/);
	// Long enough that the browser cannot have all of it when the link is cut.
	const { owner, link } = await sharedPlaylist(url, { songs: 3, seconds: 600 });
	const shared = await open(link);
	const { page } = shared;
	await shared.play("Track 1");
	await expectPlaying(page);
	const shareId = link.split("/").at(-1);
	expect((await owner.fetch(`/api/share/${shareId}`, { method: "DELETE" })).status).toBe(200);
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeFocused();
	expect(await page.evaluate(() => document.querySelector("audio")?.paused ?? true)).toBe(true);
	await expect(page.getByText("Track 1")).toHaveCount(0);
	await page.getByRole("link", { name: "Go to the start page" }).click();
	await page.waitForURL("/");
});

test("where nothing live gets through, the next press finds that the link is off", async ({ url, open, page, troubles }) => {
	troubles.allow(/status of 404/, /socket\.io/, /ERR_(INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|ABORTED|FAILED)/);
	const { owner, link } = await sharedPlaylist(url, { songs: 3, seconds: 600 });
	await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
	await page.route(/socket\.io/, (route) => route.abort());
	const shared = await open(link);
	await shared.play("Track 1");
	await expectPlaying(page);
	expect((await owner.fetch(`/api/share/${link.split("/").at(-1)}`, { method: "DELETE" })).status).toBe(200);
	await page.getByRole("button", { name: "Play Track 2", exact: true }).click();
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeFocused();
	expect(await page.evaluate(() => document.querySelector("audio")?.paused ?? true)).toBe(true);
	await expect(page.getByText("Track 1")).toHaveCount(0);
});

test("the page is readable without JavaScript", async ({ publish, browser }) => {
	const link = await publish("playlist", { songs: 3 });
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(link);
	await expect(page.getByRole("heading", { name: "Night drive" })).toBeVisible();
	await expect(page.getByText("Shared by")).toBeVisible();
	await expect(page.getByText("Song 3")).toBeVisible();
	await context.close();
});
