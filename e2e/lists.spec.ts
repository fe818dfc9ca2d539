// A list from its first item to the stranger who reads it on a phone.
import type { Page } from "@playwright/test";
import { OwnDocument, rows, saved } from "./support/documents";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { hold } from "./support/toasts";

const item = (page: Page, text: string) => page.getByRole("textbox", { name: `Item ${text}`, exact: true });
const box = (page: Page, text: string) => page.getByRole("checkbox", { name: `Done: ${text}`, exact: true });
const field = (page: Page) => page.getByRole("textbox", { name: "Add an item" });
const progress = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const told = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

test("a list is made from the menu, filled without leaving the keyboard, and kept", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "New list" }).click();
	await expect(page.getByLabel("Title")).toHaveValue("Untitled list");
	await page.getByLabel("Title").fill("Garden shopping");
	for (const text of ["Twine", "a < b & <i>c</i>", "Slug tape"]) {
		await field(page).fill(text);
		await field(page).press("Enter");
		await expect(field(page)).toBeFocused();
		await expect(field(page)).toHaveValue("");
	}
	await box(page, "Twine").click();
	await expect(progress(page, "1 of 3 done")).toBeVisible();
	await expect(saved(page)).toBeVisible();
	await page.reload();
	await expect(item(page, "a < b & <i>c</i>")).toHaveValue("a < b & <i>c</i>");
	await expect(box(page, "Twine")).toBeChecked();
	await expectNoAxeViolations(page);
	await page.getByRole("link", { name: "Library", exact: true }).first().click();
	await expect(page.getByRole("link", { name: /Garden shopping/ })).toBeVisible();
	await expect(page.getByText("1 of 3 done")).toBeVisible();
});

test("Enter begins the next item, Backspace takes an empty one out, arrows walk and move", async ({ page, api, signIn }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One", "Two") });
	await signIn(page, api);
	await list.open(page);
	await item(page, "One").press("End");
	await item(page, "One").press("Enter");
	await expect(page.getByRole("textbox", { name: "New item" })).toBeFocused();
	await page.keyboard.type("Between");
	await expect.poll(() => list.lines()).toEqual(["One", "Between", "Two"]);
	await page.keyboard.press("Alt+ArrowDown");
	await expect.poll(() => list.lines()).toEqual(["One", "Two", "Between"]);
	await expect(item(page, "Between")).toBeFocused();
	await page.keyboard.press("Control+Enter");
	await expect.poll(() => list.lines()).toEqual(["One", "Two", "x Between"]);
	await page.keyboard.press("Home");
	await page.keyboard.press("ArrowUp");
	await expect(item(page, "Two")).toBeFocused();
	await page.keyboard.press("End");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "New item" })).toBeFocused();
	await page.keyboard.press("Backspace");
	await expect(item(page, "Two")).toBeFocused();
	await expect(page.getByRole("textbox", { name: "New item" })).toHaveCount(0);
	await expect.poll(() => list.lines()).toEqual(["One", "Two", "x Between"]);
});

test("lines that are pasted become items, done where a box says so", async ({ page, api, signIn, context }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: [] });
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await signIn(page, api);
	await list.open(page);
	await page.evaluate(() => navigator.clipboard.writeText("- [x] Milk\r\n- [ ] Eggs\n\nBread\n"));
	await field(page).focus();
	await page.keyboard.press("Control+v");
	await expect.poll(() => list.lines()).toEqual(["x Milk", "Eggs", "Bread"]);
	await expect(field(page)).toBeFocused();
});

test("items are moved by keyboard, by menu and by hand", async ({ page, api, signIn, isMobile }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One", "Two", "Three") });
	await signIn(page, api);
	await list.open(page);
	const handle = (text: string) => page.getByRole("button", { name: `Move ${text}`, exact: true });
	await handle("Three").press("Space");
	await expect(told(page, "Picked up Three, number 3 of 3")).toHaveCount(1);
	await page.keyboard.press("ArrowUp");
	await expect(told(page, "Three: now number 2 of 3")).toHaveCount(1);
	await page.keyboard.press("Space");
	await expect.poll(() => list.lines()).toEqual(["One", "Three", "Two"]);
	await page.getByRole("button", { name: "More for One" }).click();
	await page.getByRole("menuitem", { name: "Move to the end" }).click();
	await expect.poll(() => list.lines()).toEqual(["Three", "Two", "One"]);
	await page.evaluate(() => scrollTo(0, 200));
	const [from, to] = [await handle("Three").boundingBox(), await handle("One").boundingBox()];
	if (!from || !to) throw new Error("no handles");
	const [x, start, end] = [from.x + from.width / 2, from.y + from.height / 2, to.y + to.height / 2 + 8];
	if (isMobile) {
		const browser = await page.context().newCDPSession(page);
		const finger = (type: "touchStart" | "touchMove" | "touchEnd", ...at: number[]) =>
			browser.send("Input.dispatchTouchEvent", { type, touchPoints: at.map((y) => ({ x, y })) });
		await finger("touchStart", start);
		await expect(told(page, "Picked up Three")).toHaveCount(1);
		for (let step = 1; step <= 10; step++) await finger("touchMove", start + ((end - start) * step) / 10);
		await expect(told(page, "Three: now number 3 of 3")).toHaveCount(1);
		await finger("touchEnd");
	} else {
		await page.mouse.move(x, start);
		await page.mouse.down();
		for (let step = 1; step <= 10; step++) await page.mouse.move(x, start + ((end - start) * step) / 10);
		await expect(told(page, "Three: now number 3 of 3")).toHaveCount(1);
		await page.mouse.up();
	}
	await expect.poll(() => list.lines()).toEqual(["Two", "One", "Three"]);
});

test("what was removed can be had back, one item or all that were done", async ({ page, api, signIn }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("x One", "Two", "x Three") });
	await signIn(page, api);
	await list.open(page);
	const undo = page.getByRole("button", { name: "Undo" });
	await page.getByRole("button", { name: "More for Two" }).click();
	await page.getByRole("menuitem", { name: "Remove from list" }).click();
	await hold(page, "Removed");
	await expect.poll(() => list.lines()).toEqual(["x One", "x Three"]);
	await undo.click();
	await expect.poll(() => list.lines()).toEqual(["x One", "Two", "x Three"]);
	await expect(undo).toHaveCount(0);
	await page.getByRole("button", { name: "Clear completed" }).click();
	await hold(page, "Removed");
	await expect.poll(() => list.lines()).toEqual(["Two"]);
	await undo.click();
	await expect.poll(() => list.lines()).toEqual(["x One", "Two", "x Three"]);
	await expect(undo).toHaveCount(0);
	await item(page, "Two").fill("");
	await page.getByLabel("Title").focus();
	await hold(page, "Removed");
	await expect.poll(() => list.lines()).toEqual(["x One", "x Three"]);
	await undo.click();
	await expect.poll(() => list.lines()).toEqual(["x One", "Two", "x Three"]);
});

test("a category that was used before is offered, and a colour is chosen by name or by hand", async ({ page, api, signIn, isMobile }) => {
	await OwnDocument.make(api, "note", { title: "N", category: "Home & garden" });
	const list = await OwnDocument.make(api, "list", { title: "L" });
	await signIn(page, api);
	await list.open(page);
	if (isMobile) await page.getByRole("button", { name: /Category and colour/ }).click();
	await page.getByLabel("Category", { exact: true }).fill("Ho");
	await expect(page.locator("datalist option")).toHaveAttribute("value", "Home & garden");
	await page.getByLabel("Category", { exact: true }).fill("Home & garden");
	await page.getByRole("radio", { name: "Violet" }).click();
	await expect.poll(() => list.stored()).toMatchObject({ category: "Home & garden", color_value: "#6952DB" });
	await page.getByLabel("Another colour").fill("#ffee00");
	await expect.poll(() => list.stored()).toMatchObject({ color_value: "#FFEE00" });
	await expectNoAxeViolations(page);
});

test("a stranger reads it on a phone, without an account and without a script", async ({ browser, api, troubles }) => {
	const list = await OwnDocument.make(api, "list", {
		title: "Garden <b>shopping</b>",
		category: "Home",
		items: rows("x Twine", "a < b", "שלום"),
	});
	const link = await list.share();
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
		await troubles.watch(context);
		const page = await context.newPage();
		await page.goto(link);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Garden <b>shopping</b>");
		await expect(page.getByText("1 of 3 done")).toBeVisible();
		await expect(page.getByRole("listitem")).toHaveText(["Done: Twine", "a < b", "שלום"]);
		await expect(page.getByText("Home", { exact: true })).toBeVisible();
		if (javaScriptEnabled) {
			await expectNoAxeViolations(page);
			const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			expect(overhang).toBeLessThanOrEqual(0);
		}
		await context.close();
	}
});

test("the owner shares it, changes it, and turns the link off", async ({ page, api, signIn, somebodyElse, troubles }) => {
	troubles.allow(/status of 404/);
	const list = await OwnDocument.make(api, "list", { title: "Party", items: rows("Cake") });
	await signIn(page, api);
	await list.open(page);
	await page.getByRole("button", { name: "Share", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("textbox").first()).toHaveValue(/\/shared\/list\//);
	const link = await dialog.getByRole("textbox").first().inputValue();
	const stranger = await somebodyElse();
	await stranger.goto(link);
	await expect(stranger.getByRole("listitem")).toHaveText(["Cake"]);
	await list.change({ items: rows("x Cake", "Candles") });
	await stranger.reload();
	await expect(stranger.getByText("1 of 2 done")).toBeVisible();
	await dialog.getByRole("button", { name: "Turn off link" }).click();
	await expect(dialog.getByText(/off/i).first()).toBeVisible();
	await expect(async () => {
		await stranger.reload();
		await expect(stranger.getByText("This link is not available")).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect(stranger.getByText("Party")).toHaveCount(0);
});

test("a link that allows it gives the list as a file", async ({ page, api }) => {
	const list = await OwnDocument.make(api, "list", { title: "Party", items: rows("x Cake", "=1+1") });
	const link = await list.share();
	await page.goto(link);
	await expect(page.getByRole("link", { name: /Download/ })).toHaveCount(0);
	const { shares } = await (await api.fetch("/api/shares")).json();
	await api.send("PATCH", `/api/shares/${shares[0].id}`, { policy: { allowDownload: true } });
	await page.reload();
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
	expect(download.suggestedFilename()).toBe("Party.csv");
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
	expect(Buffer.concat(chunks).toString()).toContain(`"'=1+1","false"`);
});
