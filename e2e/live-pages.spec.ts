// What happens to a shared page while somebody looks at it: it changes before their eyes, says who else looks, and goes when it may no longer be seen.
import type { Page } from "@playwright/test";
import { kindNames } from "../lib/shares/kind";
import type { Account } from "./support/account";
import { OwnDocument, rows } from "./support/documents";
import { oneOfEach } from "./support/one-of-each";
import { shareSession } from "./support/sessions";
import { expectPlaying } from "./support/sound";
import { expect, expectNoAxeViolations, test } from "./support/test";

/** As the page says it once the line stands. */
const live = (page: Page) => page.getByText("Live", { exact: true });
const looking = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const lines = (page: Page) => page.locator(".checklist li");
const codeOf = (link: string) => new URL(link).pathname.split("/").at(-1) ?? "";

type Share = { id: string; code: string };
/** The link with this address, as its owner's calls have it. */
async function shareOf(owner: Account, link: string): Promise<Share> {
	const { shares } = (await (await owner.fetch("/api/shares")).json()) as { shares: Share[] };
	const found = shares.find(({ code }) => code === codeOf(link));
	if (!found) throw new Error("there is no such link");
	return found;
}
async function setPolicy(owner: Account, link: string, body: object): Promise<void> {
	const { id } = await shareOf(owner, link);
	expect((await owner.send("PATCH", `/api/shares/${id}`, body)).status).toBe(200);
}
/** Nothing of what was shown is left, wherever one looks. */
async function expectNothingOf(page: Page, ...words: string[]): Promise<void> {
	const all = await page.content();
	for (const word of words) expect(all).not.toContain(word);
	await expect(page).not.toHaveTitle(new RegExp(words.join("|")));
}

test("a visitor's list follows the owner's edits", async ({ page, api, signIn, somebodyElse }) => {
	const list = await OwnDocument.make(api, "list", { title: "Garden shopping", items: rows("Twine", "x Slug tape") });
	const link = await list.share();
	const owner = await somebodyElse();
	await signIn(owner, api);
	await list.open(owner);
	await page.goto(link);
	await expect(live(page)).toBeVisible();
	await expect(looking(owner, "1 person is looking")).toBeVisible();
	await owner.getByRole("checkbox", { name: "Done: Twine", exact: true }).click();
	await expect(page.getByRole("status").filter({ hasText: "2 of 2 done" })).toBeVisible();
	await owner.getByRole("textbox", { name: "Add an item" }).fill("Lavender");
	await owner.getByRole("textbox", { name: "Add an item" }).press("Enter");
	await expect(lines(page)).toHaveText([/Twine/, /Slug tape/, "Lavender"]);
	await expect(page.getByText("2 of 3 done")).toBeVisible();
	await owner.getByLabel("Title").fill("Garden & balcony");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Garden & balcony");
	await expect(page).toHaveTitle("Garden & balcony · Passalong");
	await expectNoAxeViolations(page);
});

test("everybody sees how many look, the owner too, and a screen reader is told", async ({ page, api, signIn, somebodyElse }) => {
	const note = await OwnDocument.make(api, "note", { title: "Trip", content: "By train" });
	const link = await note.share();
	const owner = await somebodyElse();
	await signIn(owner, api);
	await note.open(owner);
	const [second, third] = [await somebodyElse(), await somebodyElse()];
	for (const visitor of [page, second, third]) await visitor.goto(link);
	for (const each of [page, second]) await expect(looking(each, "3 people are looking")).toBeAttached();
	await expect(looking(owner, "3 people are looking")).toBeVisible();
	await expectNoAxeViolations(owner);
	await third.close();
	await expect(looking(page, "2 people are looking")).toBeAttached();
});

test("with less motion nothing moves when a list changes, and what changed is there", async ({ page, api }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	const list = await OwnDocument.make(api, "list", { title: "Shopping", items: rows("Twine", "Compost") });
	await page.goto(await list.share());
	await expect(live(page)).toBeVisible();
	await list.change({ items: rows("Twine", "x Compost", "Lavender") });
	await expect(lines(page)).toHaveText(["Twine", /Compost/, "Lavender"]);
	await expect(lines(page).nth(2)).toHaveClass("fresh");
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("a visitor's note follows the owner's edits", async ({ page, api, signIn, somebodyElse }) => {
	const note = await OwnDocument.make(api, "note", { title: "Trip", content: "# Plan\n\nBy *train*." });
	const owner = await somebodyElse();
	await signIn(owner, api);
	await note.open(owner);
	await page.goto(await note.share());
	await expect(live(page)).toBeVisible();
	await owner.getByRole("textbox", { name: "Note", exact: true }).fill("# Plan\n\nBy **boat**, <b>slowly</b>.\n\n- [x] Tickets");
	await expect(page.locator("main strong")).toHaveText("boat");
	await expect(page.getByText("<b>slowly</b>")).toBeVisible();
	await expect(page.getByText("train")).toHaveCount(0);
	await note.change({ title: "Voyage" });
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voyage");
	await expectNoAxeViolations(page);
});

test("a visitor's whiteboard follows the owner's, and stays where it was moved to", async ({ page, api }) => {
	const text = (id: string, words: string, y: number) => ({
		...{ id, type: "text", x: 0, y, width: 100, height: 25, text: words, originalText: words, fontSize: 20, fontFamily: 5 },
	});
	const made = await api.send("POST", "/api/whiteboards", { title: "Plans", canvas_data: { elements: [text("a", "Here", 0)] } });
	const { id } = (await made.json()) as { id: string };
	const { shareUrl } = await (await api.fetch(`/api/whiteboards/${id}/share`, { method: "POST" })).json();
	await page.goto(shareUrl);
	await expect(live(page)).toBeVisible();
	await page.getByRole("button", { name: "Zoom in" }).click();
	const zoomed = await page.locator("main svg").locator("xpath=ancestor::div[@style]").getAttribute("style");
	expect(zoomed).toContain("scale(1.3)");
	await api.send("PATCH", `/api/whiteboards/${id}`, { title: "Better plans", canvas_data: { elements: [text("b", "There", 10)] } });
	await expect(page.locator("main svg").getByText("There", { exact: true })).toBeVisible();
	await expect(page.locator("main svg").getByText("Here", { exact: true })).toBeVisible();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Better plans");
	await expect(page.locator("main svg").locator("xpath=ancestor::div[@style]")).toHaveAttribute("style", zoomed ?? "");
});

test("what changed while the line was down is there when it is back", async ({ page, api, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /WebSocket/);
	const list = await OwnDocument.make(api, "list", { title: "Shopping", items: rows("Twine") });
	await page.goto(await list.share());
	await expect(live(page)).toBeVisible();
	await context.setOffline(true);
	await expect(page.getByText("Reconnecting").last()).toBeVisible();
	await list.change({ items: rows("Twine", "Compost") });
	await context.setOffline(false);
	await expect(lines(page)).toHaveText(["Twine", "Compost"]);
	await expect(live(page)).toBeVisible();
	await list.change({ items: rows("Compost") });
	await expect(lines(page)).toHaveText(["Compost"]);
});

test("what changed between the page and the line is there when it stands", async ({ page, api }) => {
	const list = await OwnDocument.make(api, "list", { title: "Shopping", items: rows("Twine") });
	await page.goto(await list.share());
	await list.change({ items: rows("Twine", "Compost") });
	await expect(lines(page)).toHaveText(["Twine", "Compost"]);
});

test("a link that is paused takes the music and the page with it", async ({ page, publish, open, signUp }) => {
	const owner = await signUp({ name: "Ada" });
	const link = await publish("playlist", { songs: 2, owner, title: "Zyzzyva nights" });
	const shared = await open(link);
	await shared.play("Song 1");
	await expectPlaying(page);
	await page.evaluate(() => {
		const audio = document.querySelector("audio");
		Object.assign(window, { lastAudio: audio });
	});
	// The line stands as soon as somebody counts.
	await expect.poll(() => lookingAt(owner, link)).toBe(true);
	await setPolicy(owner, link, { isActive: false });
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeFocused();
	expect(await page.evaluate(() => (window as unknown as { lastAudio: HTMLAudioElement }).lastAudio.paused)).toBe(true);
	expect(await page.evaluate(() => navigator.mediaSession.metadata)).toBeNull();
	await expect(page.locator("audio, video")).toHaveCount(0);
	await expectNothingOf(page, "Zyzzyva", "Song 1", "Mira Holt");
	await expectNoAxeViolations(page);
});

for (const kind of kindNames) {
	test(`a page of a ${kind} gives way to the calm screen when its link is turned off`, async ({ page, api }) => {
		const { itemId } = await oneOfEach[kind](api, { shown: "Zyzzyva", hidden: "Quixotry" });
		const { share } = await (await api.send("POST", `/api/items/${itemId}/shares`, { primary: true })).json();
		await page.goto(share.url);
		await expect(page.getByText("Zyzzyva").first()).toBeVisible();
		await expect.poll(() => lookingAt(api, share.url)).toBe(true);
		await setPolicy(api, share.url, { isActive: false });
		await expect(page.getByRole("heading", { name: "This link is not available" })).toBeFocused();
		await expectNothingOf(page, "Zyzzyva");
	});
}

test("a link that gets a password asks for it at once, and shows the thing again to who knows it", async ({ page, api }) => {
	const list = await OwnDocument.make(api, "list", { title: "Zyzzyva", items: rows("Twine") });
	const link = await list.share();
	await page.goto(link);
	await expect(live(page)).toBeVisible();
	await setPolicy(api, link, { policy: { password: "open sesame" } });
	await expect(page.getByLabel("Link password", { exact: true })).toBeVisible();
	await expect(page.getByRole("heading", { name: "This link is locked" })).toBeFocused();
	await expectNothingOf(page, "Zyzzyva", "Twine");
	await page.getByLabel("Link password", { exact: true }).fill("open sesame");
	await page.getByRole("button", { name: "Open", exact: true }).click();
	await expect(lines(page)).toHaveText(["Twine"]);
	await expect(live(page)).toBeVisible();
	await list.change({ items: rows("Twine", "Compost") });
	await expect(lines(page)).toHaveText(["Twine", "Compost"]);
});

test("a note that is deleted, and a list whose time is over, are gone from the pages that show them", async ({
	page,
	api,
	somebodyElse,
}) => {
	const [note, list] = [
		await OwnDocument.make(api, "note", { title: "Zyzzyva", content: "Quixotic" }),
		await OwnDocument.make(api, "list", { title: "Zyzzyva", items: rows("Quixotic") }),
	];
	const other = await somebodyElse();
	await page.goto(await note.share());
	const link = await list.share();
	await other.goto(link);
	for (const each of [page, other]) await expect(live(each)).toBeVisible();
	await api.fetch(note.path, { method: "DELETE" });
	await setPolicy(api, link, { policy: { expiresAt: new Date(Date.now() + 1_500).toISOString() } });
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeVisible();
	await expect(other.getByRole("heading", { name: "This link has expired" })).toBeVisible();
	for (const each of [page, other]) await expectNothingOf(each, "Zyzzyva", "Quixotic");
});

test("a link that was turned off before the line stood is noticed when it does", async ({ page, api, troubles }) => {
	troubles.allow(/status of 404/);
	const list = await OwnDocument.make(api, "list", { title: "Zyzzyva", items: rows("Twine") });
	const link = await list.share();
	await page.goto(link);
	await setPolicy(api, link, { isActive: false });
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeVisible();
	await expectNothingOf(page, "Zyzzyva", "Twine");
});

test("a slideshow that fills the screen stops when its link is turned off", async ({ page, api, signIn, signUp }) => {
	const { shareUrl } = await shareSession({ owner: api, title: "Zyzzyva", captions: ["First light", "The ridge"] });
	await signIn(page, await signUp());
	await page.goto(shareUrl);
	await page.getByRole("button", { name: "Start slideshow" }).click();
	// It hears keys from then on.
	await expect(page.getByRole("dialog", { name: "Zyzzyva" })).toBeFocused();
	await page.keyboard.press("f");
	await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
	await expect.poll(() => lookingAt(api, shareUrl)).toBe(true);
	await setPolicy(api, shareUrl, { isActive: false });
	await expect(page.getByRole("heading", { name: "This link is not available" })).toBeVisible();
	await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
	await expectNothingOf(page, "Zyzzyva", "First light", "The ridge");
	await expectNoAxeViolations(page);
});

test("whoever is signed out everywhere sees no more of what was for their account", async ({ page, api, signIn, signUp }) => {
	const guest = await signUp();
	const note = await OwnDocument.make(api, "note", { title: "Zyzzyva", content: "For you" });
	const link = await note.share();
	await setPolicy(api, link, { policy: { allowEmails: [guest.user.email] } });
	await signIn(page, guest);
	await page.goto(link);
	await expect(live(page)).toBeVisible();
	await guest.fetch("/api/me/sessions", { method: "DELETE" });
	await expect(page.getByRole("heading", { name: "Log in to open this link" })).toBeVisible();
	await expectNothingOf(page, "Zyzzyva", "For you");
});

/** Whether anybody looks at this link now: its owner's page would say so. */
async function lookingAt(owner: Account, link: string): Promise<boolean> {
	const { io } = await import("socket.io-client");
	const { itemId } = await itemOf(owner, link);
	const socket = io(owner.url, { transports: ["websocket"], forceNew: true, auth: { token: owner.token } });
	try {
		return await new Promise<boolean>((resolve, reject) => {
			socket.on("viewerCount", (count: number) => resolve(count > 0));
			socket.on("connect_error", reject);
			socket.emit("watchItem", itemId);
		});
	} finally {
		socket.disconnect();
	}
}

async function itemOf(owner: Account, link: string): Promise<{ itemId: string }> {
	const { shares } = (await (await owner.fetch("/api/shares")).json()) as { shares: (Share & { item: { id: string } })[] };
	return { itemId: shares.find(({ code }) => code === codeOf(link))?.item.id ?? "" };
}
