// Every page, light and dark, with nothing, with much and with hostile content: axe finds nothing and nothing sticks out.
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, expectSound, test } from "./support/test";

// Several pages, each in two lights, with a check of every rule of axe.
test.describe.configure({ timeout: 90_000 });

const hostile = ['<script>alert("x")</script>', "w".repeat(100), "أغنية القطار الأخير", "{{7*7}} %s %00", "👩‍👩‍👧‍👦🎹"];

/** What belongs to the account and to nothing in it. */
const own = ["/dashboard/settings", "/dashboard/settings/tokens", "/dashboard/referrals"];

async function fill(account: Account) {
	const songs = [];
	for (const title of hostile) songs.push(await account.upload({ title, artist: title, seconds: 1 }));
	const playlist = await account.playlist(hostile[0] ?? "", songs);
	const empty = await account.playlist("Empty", []);
	const share = await account.share("playlist", playlist.id);
	const song = await account.share("song", songs[1]?.id ?? "");
	const nothing = await account.share("playlist", empty.id);
	const { shares } = await (await account.fetch("/api/shares")).json();
	const pages: string[] = shares.map(({ id }: { id: string }) => `/dashboard/shares/${id}`);
	return { songs, playlist, empty, links: [share.shareUrl, song.shareUrl, nothing.shareUrl], pages };
}

test("pages for everybody are sound", async ({ page, troubles }) => {
	troubles.allow(/status of 404/);
	for (const path of ["/", "/signup", "/signin", "/share/0123456789abcdef", "/share/nonsense", "/nowhere", "/room", "/room/nonsense"])
		await expectSound(page, path);
});

test("an owner's pages are sound with nothing in them", async ({ page, api, signIn }) => {
	await signIn(page, api);
	for (const path of ["/dashboard", "/dashboard/shares", ...own]) await expectSound(page, path);
});

test("an account's pages are sound with much and hostile content", async ({ page, api, signUp, signIn }) => {
	for (const name of hostile) await api.send("POST", "/api/tokens", { name: name.slice(0, 60) });
	for (let friend = 0; friend < 3; friend++) await signUp({ referralCode: api.user.referralCode });
	await api.send("PATCH", "/api/me", { name: "w".repeat(80) });
	await signIn(page, api);
	for (const path of own) await expectSound(page, path);
});

test("an owner's lists are sound with hostile content", async ({ page, api, signIn }) => {
	await fill(api);
	await signIn(page, api);
	for (const path of ["/dashboard", "/dashboard/shares"]) await expectSound(page, path);
});

test("editors are sound with hostile content", async ({ page, api, signIn }) => {
	const { songs, playlist, empty } = await fill(api);
	await signIn(page, api);
	const editors = [`/dashboard/playlist/${playlist.id}`, `/dashboard/playlist/${empty.id}`, `/dashboard/song/${songs[0]?.id}`];
	for (const path of editors) await expectSound(page, path);
});

test("pages of links are sound with hostile content", async ({ page, api, signIn }) => {
	const { pages } = await fill(api);
	await signIn(page, api);
	for (const path of pages.slice(0, 2)) await expectSound(page, path);
});

test("share pages are sound with hostile content, playing too", async ({ page, api }) => {
	const { links } = await fill(api);
	for (const link of links) await expectSound(page, link);
	await page.goto(links[0] ?? "");
	await page.getByRole("button", { name: `Play ${hostile[1]}`, exact: true }).click();
	await expect(page.getByRole("region", { name: "Player" })).toBeVisible();
	await expectNoAxeViolations(page);
});

test("dialogs are sound, hold the focus and give it back", async ({ page, api, signIn }) => {
	const { playlist } = await fill(api);
	await signIn(page, api);
	await page.goto(`/dashboard/playlist/${playlist.id}`);
	const button = page.getByRole("button", { name: "Share", exact: true }).first();
	await button.press("Enter");
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Link", { exact: true })).toHaveValue(/share/);
	await expectNoAxeViolations(page);
	for (let step = 0; step < 12; step++) await page.keyboard.press("Tab");
	expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(button).toBeFocused();
});

test("the gate is sound", async ({ open, publish, page, troubles }) => {
	troubles.allow(/status of 403.*\/play/);
	const shared = await open(await publish("playlist", { songs: 4 }));
	for (let song = 1; song <= 3; song++) {
		await shared.playNext();
		await expect(shared.playsLeft).toHaveText(["2 plays remaining", "1 play remaining", "No plays remaining"][song - 1] ?? "");
	}
	await shared.playNext();
	await expect(shared.dialog("Create an account to continue")).toBeVisible();
	await expectNoAxeViolations(page);
});

test("pages hold at 200 % zoom on a phone", async ({ page, api }) => {
	const { links } = await fill(api);
	await page.setViewportSize({ width: 320, height: 370 });
	await page.goto(links[0] ?? "");
	await page.getByRole("button", { name: "Play", exact: true }).first().click();
	await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
	const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(overhang).toBeLessThanOrEqual(0);
});
