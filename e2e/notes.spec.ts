// A note from its first word to the stranger who reads it on a phone; and two tabs that write in it.
import type { Page } from "@playwright/test";
import { OwnDocument, saved } from "./support/documents";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { hold } from "./support/toasts";

const pad = (page: Page) => page.getByRole("textbox", { name: "Note", exact: true });
const toPreview = async (page: Page, isMobile: boolean) => isMobile && (await page.getByRole("tab", { name: "Preview" }).click());

test("a note is made from the menu, written with a preview, and kept", async ({ page, api, signIn, isMobile }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "New note" }).click();
	await expect(page.getByLabel("Title")).toHaveValue("Untitled note");
	await page.getByLabel("Title").fill("Packing");
	await pad(page).fill("## For the *lake*\n\n- tent\n- a < b\n");
	await toPreview(page, isMobile);
	await expect(page.getByRole("heading", { name: "For the lake" })).toBeVisible();
	await expect(page.getByRole("listitem").filter({ hasText: "a < b" })).toBeVisible();
	await expect(saved(page)).toBeVisible();
	await expectNoAxeViolations(page);
	await page.reload();
	await expect(pad(page)).toHaveValue("## For the *lake*\n\n- tent\n- a < b\n");
});

test("marks are set by key and by button, and taken back by Undo", async ({ page, api, signIn }) => {
	const note = await OwnDocument.make(api, "note", { title: "N", content: "one two" });
	await signIn(page, api);
	await note.open(page);
	await pad(page).focus();
	await pad(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 7));
	await page.keyboard.press("Control+b");
	await expect(pad(page)).toHaveValue("one **two**");
	await page.getByRole("button", { name: "Italic" }).click();
	await expect(pad(page)).toHaveValue("one **_two_**");
	await expect(pad(page)).toBeFocused();
	await page.keyboard.press("Control+z");
	await expect(pad(page)).toHaveValue("one **two**");
	await page.keyboard.press("Control+z");
	await expect(pad(page)).toHaveValue("one two");
	await pad(page).press("End");
	await page.keyboard.type("\n- milk");
	await page.keyboard.press("Enter");
	await page.keyboard.type("eggs");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Enter");
	await page.keyboard.type("end");
	await expect(pad(page)).toHaveValue("one two\n- milk\n- eggs\nend");
	await expect.poll(() => note.stored()).toMatchObject({ content: "one two\n- milk\n- eggs\nend" });
});

const hostile =
	"[click](javascript:alert(1)) [data](data:text/html,x)\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n![p](http://evil.example/x.png)\n\n# שלום\n";

test("what could do harm is shown as it was typed, to the owner and to strangers", async ({ page, api, signIn, isMobile }) => {
	const note = await OwnDocument.make(api, "note", { title: "<img src=x onerror=alert(1)>", content: hostile });
	const link = await note.share();
	await signIn(page, api);
	for (const path of [note.editor, link]) {
		await page.goto(path);
		if (path === note.editor) await toPreview(page, isMobile);
		await expect(page.getByText("<script>alert(1)</script> <img src=x onerror=alert(1)>").last()).toBeVisible();
		await expect(page.locator("main script, main img, main [onerror], a[href^='javascript'], a[href^='data']")).toHaveCount(0);
		await expect(page.getByRole("heading", { name: "שלום" })).toBeVisible();
	}
});

test("a stranger reads it on a phone, without an account and without a script", async ({ browser, api, troubles }) => {
	const content = "## Food\n\n- [x] Bread\n- [ ] Tea\n\n| Day | What |\n|---|---|\n| Sat | Hike |\n";
	const link = await (await OwnDocument.make(api, "note", { title: "Lake", category: "Travel", content })).share();
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
		await troubles.watch(context);
		const page = await context.newPage();
		await page.goto(link);
		await expect(page.getByRole("heading", { level: 1, name: "Lake" })).toBeVisible();
		await expect(page.getByRole("heading", { name: "Food" })).toBeVisible();
		await expect(page.getByRole("cell", { name: "Hike" })).toBeVisible();
		await expect(page.getByText("Travel")).toBeVisible();
		if (javaScriptEnabled) await expectNoAxeViolations(page);
		await context.close();
	}
});

test("the link is turned off and on again, and is the same", async ({ page, api, somebodyElse, troubles }) => {
	troubles.allow(/status of 404/);
	const note = await OwnDocument.make(api, "note", { title: "Secret plan", content: "At noon." });
	const link = await note.share();
	const stranger = await somebodyElse();
	await stranger.goto(link);
	await expect(stranger.getByText("At noon.")).toBeVisible();
	await api.fetch(`${note.path}/share`, { method: "DELETE" });
	await stranger.reload();
	await expect(stranger.getByText("This link is not available")).toBeVisible();
	await expect(stranger.getByText(/Secret plan|At noon/)).toHaveCount(0);
	expect(await note.share()).toBe(link);
	await page.goto(link);
	await expect(page.getByText("At noon.")).toBeVisible();
});

test.describe("two tabs on one note", () => {
	test.beforeEach(({ troubles }) => troubles.allow(/status of 409/));
	const text = "first\n\nsecond\n\nthird\n";

	test("write in different places, and the caret stays where it is", async ({ page, api, signIn }) => {
		const note = await OwnDocument.make(api, "note", { title: "N", content: text });
		await signIn(page, api);
		await note.open(page);
		await note.change({ content: "FIRST, and longer\n\nsecond\n\nthird\n" });
		await pad(page).evaluate((area: HTMLTextAreaElement) => {
			area.focus();
			area.setSelectionRange(area.value.length - 1, area.value.length - 1);
		});
		await page.keyboard.type(" mine");
		await expect(pad(page)).toHaveValue("FIRST, and longer\n\nsecond\n\nthird mine\n");
		await page.keyboard.type("!");
		await expect.poll(() => note.stored()).toMatchObject({ content: "FIRST, and longer\n\nsecond\n\nthird mine!\n" });
		await expect(saved(page)).toBeVisible();
	});

	for (const [choice, content] of [
		["Keep mine", "mine"],
		["Take theirs", "theirs"],
		["Keep both", "mine\n\n---\n\ntheirs"],
	] as const)
		test(`write in the same place, and one chooses: ${choice}`, async ({ page, api, signIn }) => {
			const note = await OwnDocument.make(api, "note", { title: "N", content: "known" });
			await signIn(page, api);
			await note.open(page);
			await note.change({ content: "theirs" });
			await pad(page).fill("mine");
			await page.getByRole("button", { name: "See both versions" }).click();
			const dialog = page.getByRole("dialog");
			await expect(dialog.getByRole("region", { name: "Yours" })).toContainText("mine");
			await expect(dialog.getByRole("region", { name: "Saved elsewhere" })).toContainText("theirs");
			await expectNoAxeViolations(page);
			await dialog.getByRole("button", { name: choice }).click();
			if (choice === "Take theirs") await hold(page, "Took the other version");
			await expect.poll(() => note.stored()).toMatchObject({ content });
			await expect(pad(page)).toHaveValue(content);
			await expect(saved(page)).toBeVisible();
			if (choice !== "Take theirs") return;
			await page.getByRole("button", { name: "Bring mine back" }).click();
			await expect.poll(() => note.stored()).toMatchObject({ content: "mine" });
		});
});
