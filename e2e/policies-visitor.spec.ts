// What a stranger meets at a link with a policy: one calm screen for each reason, and nothing about what is behind it.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { alive } from "./support/alive";
import { songTitle } from "./support/share-page";
import { expectPlaying } from "./support/sound";
import { expect, expectNoAxeViolations, test } from "./support/test";

type Policy = {
	password?: string;
	maxViews?: number;
	startsAt?: string;
	expiresAt?: string;
	allowEmails?: string[];
	allowDownload?: boolean;
	playLimit?: number | null;
};
type Counts = { id: string; openings: number; viewCount: number };

const title = "Night drive";
const hour = 3_600_000;
const inTime = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** The account's only link, as its owner sees it. */
async function ownLink(owner: Account): Promise<Counts> {
	const { shares } = await (await owner.fetch("/api/shares")).json();
	return shares[0];
}

async function setPolicy(owner: Account, policy: Policy): Promise<void> {
	const { id } = await ownLink(owner);
	expect((await owner.send("PATCH", `/api/shares/${id}`, { policy })).status).toBe(200);
}

/** The page is this screen, sound in light and dark, hidden from search engines, and tells nothing of the content. */
async function expectRefusal(page: Page, owner: Account, name: string): Promise<void> {
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page).toHaveTitle(`${name} · Passalong`);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await expectNoAxeViolations(page);
	}
	const answer = await page.request.get(page.url());
	expect(answer.status()).toBe(200);
	expect(answer.headers()["x-robots-tag"]).toContain("noindex");
	const source = await answer.text();
	expect(source).toContain(name);
	expect(source).toMatch(/<meta name="robots" content="noindex/);
	for (const secret of [title, songTitle(1), "Mira Holt", "/api/files/", owner.user.username]) expect(source).not.toContain(secret);
}

const content = (page: Page) => page.getByRole("heading", { level: 1, name: title });
const openButton = (page: Page) => page.getByRole("button", { name: "Open", exact: true });
const passwordField = (page: Page) => page.getByLabel("Link password", { exact: true });

async function logIn(page: Page, { user, password }: Account): Promise<void> {
	await page.getByLabel("Email").fill(user.email);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Log in" }).click();
}

test("a locked link asks for its password, says when it is wrong, and plays once it is right", async ({ api, publish, open, troubles }) => {
	troubles.allow(/status of 401.*\/unlock/);
	const link = await publish("playlist", { owner: api, songs: 2, title });
	await setPolicy(api, { password: "open sesame" });
	const shared = await open(link);
	const { page } = shared;
	await expectRefusal(page, api, "This link is locked");
	await openButton(page).click();
	await expect(page.getByRole("alert").filter({ hasText: "Enter the password." })).toBeVisible();
	await passwordField(page).fill("open barley");
	await openButton(page).click();
	await expect(page.getByRole("alert").filter({ hasText: "That is not the password." })).toBeVisible();
	await expect(passwordField(page)).toBeFocused();
	await expect(passwordField(page)).toHaveAccessibleDescription(/not the password/);
	await expectNoAxeViolations(page);
	// What was typed stands ready to be typed over.
	await page.keyboard.type("open sesame");
	const loaded = page.waitForEvent("load");
	await page.keyboard.press("Enter");
	await loaded;
	await expect(content(page)).toBeVisible();
	await alive(page);
	await shared.playNext();
	await expectPlaying(page);
	await page.reload();
	await expect(content(page)).toBeVisible();
});

test("a link with limited openings waits for a press, which spends one however quick it is", async ({
	api,
	publish,
	open,
	page,
	troubles,
}) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/);
	const link = await publish("playlist", { owner: api, songs: 1, title });
	await setPolicy(api, { maxViews: 2 });
	const opened: string[] = [];
	page.on("request", (request) => {
		if (request.url().includes("/api/open/")) opened.push(request.method());
	});
	const shared = await open(link);
	await expectRefusal(page, api, "Open this link?");
	expect(opened).toEqual([]);
	await page.context().setOffline(true);
	await openButton(page).click();
	await expect(page.getByRole("alert").filter({ hasText: "You seem to be offline." })).toBeVisible();
	await page.context().setOffline(false);
	opened.length = 0;
	const loaded = page.waitForEvent("load");
	await openButton(page).dblclick();
	await loaded;
	await expect(content(page)).toBeVisible();
	// A page that is left before its script ran was not viewed: the view that the press counted would be the next one's.
	await alive(page);
	await shared.playNext();
	await expectPlaying(page);
	expect(opened).toEqual(["POST"]);
	const counted = page.waitForResponse((response) => response.url().includes("/api/open/"));
	await page.reload();
	await counted;
	await expect(content(page)).toBeVisible();
	// The press was the first view, the reload the second.
	await expect.poll(() => ownLink(api)).toMatchObject({ openings: 1, viewCount: 2 });
});

test("a link is used up after its last opening, for everybody but who has it open", async ({
	api,
	publish,
	open,
	page,
	somebodyElse,
	troubles,
}) => {
	troubles.allow(/status of 410.*\/open\//);
	const link = await publish("song", { owner: api, title });
	await setPolicy(api, { maxViews: 1 });
	const late = await somebodyElse();
	await late.goto(link);
	await expect(openButton(late)).toBeEnabled();
	await open(link);
	await openButton(page).click();
	await expect(content(page)).toBeVisible();
	await openButton(late).click();
	await expectRefusal(late, api, "This link has been used up");
	await page.reload();
	await expect(content(page)).toBeVisible();
});

test("a link for certain people asks who one is, and for another account where it is the wrong one", async ({
	api,
	signUp,
	publish,
	open,
	page,
}) => {
	const [guest, other] = [await signUp(), await signUp()];
	const link = await publish("playlist", { owner: api, songs: 1, title });
	await setPolicy(api, { allowEmails: [guest.user.email] });
	await open(link);
	await expectRefusal(page, api, "Log in to open this link");
	const { pathname } = new URL(link);
	await expect(page.getByRole("link", { name: "Create free account" })).toHaveAttribute(
		"href",
		`/signup?next=${encodeURIComponent(pathname)}`,
	);
	await page.getByRole("link", { name: "Log in" }).click();
	await logIn(page, other);
	await page.waitForURL(link);
	await expectRefusal(page, api, "This link is for somebody else");
	await expect(page.getByText(other.user.email)).toHaveCount(0);
	await page.getByRole("button", { name: "Log in with another account" }).click();
	await logIn(page, guest);
	await page.waitForURL(link);
	await expect(content(page)).toBeVisible();
});

test("a link opens when its time comes, and not once it is over", async ({ api, publish, open, page }) => {
	const link = await publish("song", { owner: api, title });
	await setPolicy(api, { startsAt: inTime(hour) });
	await open(link);
	await expectRefusal(page, api, "Not open yet");
	await expect(page.getByRole("time")).toBeVisible();
	await setPolicy(api, { startsAt: inTime(-2 * hour), expiresAt: inTime(-hour) });
	await page.reload();
	await expectRefusal(page, api, "This link has expired");
});

test("a password that is set while somebody listens silences the page and asks for it", async ({ api, publish, open, page, troubles }) => {
	troubles.allow(/status of 401/, /ERR_(INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|ABORTED)/);
	const link = await publish("playlist", { owner: api, songs: 3, title });
	const shared = await open(link);
	await shared.playNext();
	await expectPlaying(page);
	await setPolicy(api, { password: "open sesame" });
	await expect(page.getByRole("heading", { name: "This link is locked" })).toBeFocused();
	await expect(page).toHaveTitle("This link is locked · Passalong");
	expect(await page.evaluate(() => document.querySelector("audio")?.paused ?? true)).toBe(true);
	await expect(page.getByText(songTitle(1))).toHaveCount(0);
	await passwordField(page).fill("open sesame");
	await openButton(page).click();
	await expect(content(page)).toBeVisible();
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	await shared.play(songTitle(3));
	await expectPlaying(page);
});

test("who listens signed in is told when the link is for others from now on", async ({
	api,
	signUp,
	signIn,
	publish,
	open,
	page,
	troubles,
}) => {
	troubles.allow(/status of 403/, /ERR_(INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|ABORTED)/);
	const link = await publish("playlist", { owner: api, songs: 3, title });
	await signIn(page, await signUp());
	const shared = await open(link);
	await shared.playNext();
	await expectPlaying(page);
	await setPolicy(api, { allowEmails: [api.user.email] });
	await expect(page.getByRole("heading", { name: "This link is for somebody else" })).toBeFocused();
	await expect(page.getByText(songTitle(1))).toHaveCount(0);
});

test("forms of a link say that they need JavaScript where there is none", async ({ api, publish, browser }) => {
	const link = await publish("song", { owner: api, title });
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	for (const policy of [{ maxViews: 5 }, { password: "open sesame" }]) {
		await setPolicy(api, policy);
		await page.goto(link);
		await expect(openButton(page)).toBeDisabled();
		// This browser only holds scripts back, and does not show what stands there for one without.
		expect(await page.content()).toContain("<noscript><p");
	}
	await context.close();
});

test("owners pass all the gates of their own link", async ({ api, signIn, publish, open, page }) => {
	const link = await publish("playlist", { owner: api, songs: 1, title });
	await setPolicy(api, {
		password: "open sesame",
		maxViews: 1,
		startsAt: inTime(-2 * hour),
		expiresAt: inTime(-hour),
		allowEmails: ["nobody@example.test"],
	});
	await signIn(page, api);
	const shared = await open(link);
	await expect(content(page)).toBeVisible();
	await shared.playNext();
	await expectPlaying(page);
	await expect.poll(() => ownLink(api)).toMatchObject({ openings: 0, viewCount: 0 });
});

test("songs can be kept where the link allows it, by whoever may hear all of them", async ({ api, publish, open }) => {
	const link = await publish("playlist", { owner: api, title, songs: 2 });
	const { page } = await open(link);
	const download = page.getByRole("link", { name: `Download ${songTitle(2)}` });
	await expect(content(page)).toBeVisible();
	await expect(download).toHaveCount(0);
	await setPolicy(api, { allowDownload: true });
	await page.reload();
	await expect(content(page)).toBeVisible();
	await expect(download).toHaveCount(0);
	await setPolicy(api, { playLimit: null });
	await page.reload();
	const kept = page.waitForEvent("download");
	await download.click();
	expect((await kept).suggestedFilename()).toBe(`${songTitle(2)}.wav`);
	await expectNoAxeViolations(page);
});
