// The ways out of a stranger's page, the list behind a shared song, and the limit whatever the player is set to.
import { isolated, quoted } from "../components/ui/quoted";
import { Account } from "./support/account";
import { expectPlaying } from "./support/sound";
import { expect, expectNoAxeViolations, test } from "./support/test";

const explore = "Create an account to explore more";
const goOn = "Create an account to continue";

test("a link and Back ask a stranger for an account; closing stays, the music goes on", async ({ publish, open, page }) => {
	await page.goto("/signin");
	const link = await publish("playlist", { songs: 3 });
	const shared = await open(link);
	await shared.play("Song 1");
	await expectPlaying(page);

	await page.getByRole("link", { name: "Passalong" }).click();
	await expect(shared.dialog(explore)).toBeVisible();
	await expectNoAxeViolations(page);
	await shared.dialog(explore).getByRole("button", { name: "Close" }).click();
	await expect(page.getByRole("link", { name: "Passalong" })).toBeFocused();

	for (let round = 0; round < 2; round++) {
		await page.goBack();
		await expect(shared.dialog(explore)).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(shared.dialog(explore)).toHaveCount(0);
	}
	expect(page.url()).toBe(link);
	await expectPlaying(page);

	// Whoever goes back while being asked has decided.
	await page.goBack();
	await expect(shared.dialog(explore)).toBeVisible();
	await page.goBack();
	await page.waitForURL("**/signin");
});

test("signing up and new tabs are free", async ({ publish, open, page, context }) => {
	const shared = await open(await publish("playlist", { songs: 2 }));
	await shared.play("Song 1");
	const tab = context.waitForEvent("page");
	await page.getByRole("link", { name: "Passalong" }).click({ modifiers: ["ControlOrMeta"] });
	await (await tab).close();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.getByRole("link", { name: "Log in" }).click();
	await page.waitForURL(/\/signin\?next=/);
});

test("the question leads to signing up, and back here", async ({ publish, open, page }) => {
	const link = await publish("playlist", { songs: 2 });
	const shared = await open(link);
	await shared.play("Song 1");
	await page.goBack();
	await shared.dialog(explore).getByRole("link", { name: "Create free account" }).click();
	await page.waitForURL(/\/signup\?next=/);
	expect(new URL(page.url()).searchParams.get("next")).toBe(new URL(link).pathname);
});

test("who is signed in moves freely", async ({ publish, open, page, signIn, api }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	const shared = await open(await publish("playlist", { songs: 2 }));
	await shared.play("Song 1");
	await expectPlaying(page);
	await page.goBack();
	await page.waitForURL("**/dashboard");
});

test("a page that nobody has touched holds nobody back", async ({ publish, open, page }) => {
	await page.goto("/signin");
	await open(await publish("playlist", { songs: 2 }));
	await page.goBack();
	await page.waitForURL("**/signin");
});

async function songOfPlaylist(url: string) {
	const owner = await Account.signUp(url, { name: "Ada" });
	const songs = [];
	for (const title of ["Platform nine", "Window seat", "Northbound"])
		songs.push(await owner.upload({ title, artist: "Mira Holt", seconds: 20 }));
	const playlist = await owner.playlist("Late train home", songs);
	return (await owner.share("song", songs[1]?.id ?? "", { contextPlaylistId: playlist.id })).shareUrl;
}

test("one Back from a shared song shows its list, the next asks for an account", async ({ url, open, page }) => {
	await page.goto("/signin");
	const link = await songOfPlaylist(url);
	const shared = await open(link);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Window seat");
	await shared.play("Window seat");
	await expectPlaying(page);

	await page.goBack();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await expectPlaying(page);
	await expectNoAxeViolations(page);
	await page.getByRole("button", { name: "Not shared: Northbound" }).click();
	await expect(shared.dialog(explore)).toContainText(`${isolated("Ada")} shared only ${quoted("Window seat")} with you`);
	await page.keyboard.press("Escape");

	await page.goBack();
	await expect(shared.dialog(explore)).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await page.getByRole("button", { name: "Open Window seat" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Window seat");
	await page.getByRole("button", { name: "Back to Late train home" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");

	await page.goBack();
	await expect(shared.dialog(explore)).toBeVisible();
	await page.goBack();
	await page.waitForURL("**/signin");
});

for (const from of ["playlist", "song behind which a list stands", "playlist, asked at Back,"]) {
	test(`who logs in from a shared ${from} meets no question on the way back`, async ({ url, publish, open, page, api }) => {
		await page.goto("/");
		const link = from.startsWith("playlist") ? await publish("playlist", { songs: 2 }) : await songOfPlaylist(url);
		const shared = await open(link);
		await shared.play(from.startsWith("playlist") ? "Song 1" : "Window seat");
		await expectPlaying(page);
		if (from.endsWith(",")) {
			await page.goBack();
			await shared.dialog(explore).getByRole("link", { name: "Log in" }).click();
		} else await page.getByRole("link", { name: "Log in" }).click();
		await page.getByLabel("Email").fill(api.user.email);
		await page.getByLabel("Password", { exact: true }).fill(api.password);
		await page.getByRole("button", { name: "Log in" }).click();
		await page.waitForURL(link);
		await expect(page.getByRole("link", { name: "Your library" })).toBeVisible();
		await page.goBack();
		await page.waitForURL(url);
		// Who comes again may stay.
		await page.goForward();
		await page.waitForURL(link);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await page.goBack();
		await page.waitForURL(url);
	});
}

test("a reload on the list stays on the list", async ({ url, open, page }) => {
	const shared = await open(await songOfPlaylist(url));
	await shared.play("Window seat");
	await page.getByRole("button", { name: "Back to Late train home" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await page.goForward();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Window seat");
});

test("signed in, the list is one step back and leaving the next", async ({ url, open, page, signIn, api }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	const shared = await open(await songOfPlaylist(url));
	await shared.play("Window seat");
	await expectPlaying(page);
	await page.goBack();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Late train home");
	await page.getByRole("button", { name: "Not shared: Northbound" }).click();
	await expect(page.getByText(`${isolated("Ada")} shared only ${quoted("Window seat")} with you.`)).toBeVisible();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.goBack();
	await page.waitForURL("**/dashboard");
});

test("shuffle and repeat spend no more than three plays, and then ask", async ({ url, open, troubles }) => {
	troubles.allow(/status of 403.*\/play/);
	const owner = await Account.signUp(url, { name: "Ada" });
	const songs = [];
	for (let song = 1; song <= 5; song++) songs.push(await owner.upload({ title: `Track ${song}`, seconds: song === 1 ? 20 : 1 }));
	const shared = await open((await owner.share("playlist", (await owner.playlist("Late", songs)).id)).shareUrl);
	const { page } = shared;
	await shared.play("Track 1");
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	await page.keyboard.press("s");
	await page.keyboard.press("r");
	await page.keyboard.press("Shift+ArrowRight");
	await expect(shared.dialog(goOn)).toBeVisible();
	await expect(shared.playsLeft).toHaveText("No plays remaining");
	await page.keyboard.press("Escape");

	// What was granted goes on playing, after a reload too, and what was not asks again.
	await page.reload();
	await shared.play("Track 1");
	await expectPlaying(page);
	const plays = async () => (await (await owner.fetch("/api/share/my/shares")).json()).data[0].playCount;
	expect(await plays()).toBe(3);
	await expect(async () => {
		// A press too many does nothing: the question has the keys by then.
		await page.keyboard.press("Shift+ArrowRight");
		await expect(shared.dialog(goOn)).toBeVisible({ timeout: 1_000 });
	}).toPass();
	expect(await plays()).toBe(3);
});

test("repeating one granted song costs nothing", async ({ url, open, page }) => {
	const owner = await Account.signUp(url, { name: "Ada" });
	const songs = [await owner.upload({ title: "Again", seconds: 20 }), await owner.upload({ title: "Other", seconds: 1 })];
	const shared = await open((await owner.share("playlist", (await owner.playlist("Late", songs)).id)).shareUrl);
	await page.evaluate(() => {
		const ends = { count: 0 };
		Object.assign(globalThis, { ends });
		document.addEventListener("ended", () => ends.count++, true);
	});
	await shared.play("Again");
	await expectPlaying(page);
	await page.keyboard.press("r");
	await page.keyboard.press("r");
	for (let end = 1; end <= 3; end++) {
		for (let leap = 0; leap < 2; leap++) await page.keyboard.press("l");
		await expect.poll(() => page.evaluate(() => (globalThis as unknown as { ends: { count: number } }).ends.count)).toBe(end);
		await expectPlaying(page);
	}
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
});

for (const [width, height] of [
	[667, 320],
	[320, 370],
] as const) {
	test(`on a low screen (${width} × ${height}) all of the question is in reach`, async ({ publish, open, page }) => {
		await page.setViewportSize({ width, height });
		const shared = await open(await publish("playlist", { songs: 3 }));
		await page.getByRole("link", { name: "Passalong" }).click();
		const dialog = shared.dialog(explore);
		for (const control of [
			dialog.getByRole("link", { name: "Log in" }),
			dialog.getByRole("link", { name: "Create free account" }),
			dialog.getByRole("heading"),
			dialog.getByRole("button", { name: "Close" }),
		]) {
			await control.scrollIntoViewIfNeeded();
			await expect(control).toBeInViewport({ ratio: 1 });
		}
		await dialog.getByRole("button", { name: "Close" }).click();
		await expect(dialog).toHaveCount(0);
	});
}
