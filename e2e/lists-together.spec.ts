// Two tabs on one list: what both do to different items is one list, and only one text that both changed is a question.
import type { Page } from "@playwright/test";
import { OwnDocument, rows, saved } from "./support/documents";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { hold } from "./support/toasts";

test.beforeEach(({ troubles }) => troubles.allow(/status of (409|404)/));

const item = (page: Page, text: string) => page.getByRole("textbox", { name: `Item ${text}`, exact: true });
const box = (page: Page, text: string) => page.getByRole("checkbox", { name: `Done: ${text}`, exact: true });

test("two tabs add, tick and rename different items, and nobody is asked", async ({ page, context, api, signIn }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One", "Two", "Three") });
	await signIn(page, api);
	const other = await context.newPage();
	for (const tab of [page, other]) await list.open(tab);
	await box(other, "One").click();
	await other.getByRole("textbox", { name: "Add an item" }).fill("Theirs");
	await other.keyboard.press("Enter");
	await expect.poll(() => list.lines()).toEqual(["x One", "Two", "Three", "Theirs"]);
	await item(page, "Two").fill("Zwei");
	await page.getByRole("textbox", { name: "Add an item" }).fill("Mine");
	await page.keyboard.press("Enter");
	await expect.poll(() => list.lines()).toEqual(["x One", "Zwei", "Three", "Mine", "Theirs"]);
	await expect(saved(page)).toBeVisible();
	await expect(box(page, "One")).toBeChecked();
	await expect(item(page, "Theirs")).toBeVisible();
	await expect(page.getByRole("button", { name: "See both versions" })).toHaveCount(0);
});

for (const [choice, texts] of [
	["Keep mine", ["One", "mine"]],
	["Take theirs", ["One", "theirs"]],
	["Keep both", ["One", "mine", "theirs"]],
] as const)
	test(`one text that both changed is a question: ${choice}`, async ({ page, api, signIn }) => {
		const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One", "Two") });
		await signIn(page, api);
		await list.open(page);
		await list.change({ items: rows("One", "theirs") });
		await item(page, "Two").fill("mine");
		await page.getByRole("button", { name: "See both versions" }).click();
		const dialog = page.getByRole("dialog");
		await expect(dialog.getByRole("region", { name: "Yours" })).toContainText("mine");
		await expect(dialog.getByRole("region", { name: "Saved elsewhere" })).toContainText("theirs");
		await expectNoAxeViolations(page);
		expect(await list.lines()).toEqual(["One", "theirs"]);
		await dialog.getByRole("button", { name: choice }).click();
		if (choice === "Take theirs") await hold(page, "Took the other version");
		await expect.poll(() => list.lines()).toEqual([...texts]);
		await expect(saved(page)).toBeVisible();
		for (const text of texts) await expect(item(page, text)).toHaveValue(text);
		if (choice !== "Take theirs") return;
		await page.getByRole("button", { name: "Bring mine back" }).click();
		await expect.poll(() => list.lines()).toEqual(["One", "mine"]);
	});

test("a question may wait, and what is typed meanwhile is not lost", async ({ page, api, signIn }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One") });
	await signIn(page, api);
	await list.open(page);
	await list.change({ items: rows("theirs"), title: "Their title" });
	await item(page, "One").fill("mine");
	await expect(page.getByText("Changed elsewhere meanwhile.")).toBeVisible();
	await expect(page.getByLabel("Title")).toHaveValue("Their title");
	await page.getByRole("textbox", { name: "Add an item" }).fill("Later");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "See both versions" }).click();
	await page.keyboard.press("Escape");
	await expect(page.getByText("Changed elsewhere meanwhile.")).toBeVisible();
	await page.getByRole("button", { name: "See both versions" }).click();
	await page.getByRole("button", { name: "Keep both" }).click();
	await expect.poll(() => list.lines()).toEqual(["mine", "theirs", "Later"]);
	expect((await list.stored()).title).toBe("Their title");
});

test("a title that both changed is a question too", async ({ page, api, signIn }) => {
	const list = await OwnDocument.make(api, "list", { title: "L", items: rows("One") });
	await signIn(page, api);
	await list.open(page);
	await list.change({ title: "Theirs", color_value: "#112233" });
	await page.getByLabel("Title").fill("Mine");
	await page.getByRole("button", { name: "See both versions" }).click();
	await expect(page.getByRole("region", { name: "Saved elsewhere" })).toContainText("Theirs");
	await page.getByRole("button", { name: "Keep mine" }).click();
	await expect.poll(() => list.stored()).toMatchObject({ title: "Mine", color_value: "#112233" });
});

test("what is typed when the page is left is saved", async ({ page, api, signIn, isMobile }) => {
	const long = rows(...Array.from({ length: 2_000 }, (_, at) => `Item number ${at} of a long list`));
	const list = await OwnDocument.make(api, "list", { title: "L", items: long });
	await signIn(page, api);
	await list.open(page);
	await page.getByRole("textbox", { name: "Add an item" }).fill("At the last moment");
	await page.keyboard.press("Enter");
	await page.getByRole("link", { name: isMobile ? "My shares" : "My shares" }).click();
	await expect.poll(async () => (await list.lines()).at(-1)).toBe("At the last moment");
});
