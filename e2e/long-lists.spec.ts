// A list of five thousand items, for its owner and for a stranger.
import type { Page } from "@playwright/test";
import { OwnDocument, rows, saved } from "./support/documents";
import { expect, test } from "./support/test";
import { hold } from "./support/toasts";

const many = rows(...Array.from({ length: 5_000 }, (_, at) => `${at % 3 ? "" : "x "}Item number ${at}, which has a few more words`));
const text = (at: number) => `Item number ${at}, which has a few more words`;

/** How much a page has for the browser to lay out: what makes a long list slow. How long that takes is measured by `npm run bench -- large`. */
const elements = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);

test("is edited as quickly as a short one, from its beginning to its end", async ({ page, api, signIn }) => {
	test.slow();
	const list = await OwnDocument.make(api, "list", { title: "Long", items: many });
	await signIn(page, api);
	await list.open(page);
	const box = page.getByRole("checkbox", { name: `Done: ${text(1)}`, exact: true });
	await box.click();
	await expect(box).toBeChecked();
	expect(await elements(page)).toBeLessThan(3_000);
	expect(await page.getByRole("checkbox").count()).toBeLessThan(100);

	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	await expect(page.getByRole("textbox", { name: `Item ${text(4_999)}`, exact: true })).toBeVisible();
	await page.getByRole("textbox", { name: "Add an item" }).fill("One more");
	await page.keyboard.press("Enter");
	await expect(page.getByText("A list holds 5,000 items.")).toBeVisible();
	await expect(page.getByRole("textbox", { name: "Add an item" })).toHaveValue("One more");

	await page.getByRole("button", { name: `More for ${text(4_999).slice(0, 60)}` }).click();
	await page.getByRole("menuitem", { name: "Move to the top" }).click();
	await expect.poll(async () => (await list.lines())[0]).toBe(text(4_999));
	await page.getByRole("button", { name: "Clear completed" }).click();
	await hold(page, "Removed");
	await expect(page.getByText("0 of 3,332 done")).toBeVisible();
	await expect(saved(page)).toBeVisible();
	expect(await list.lines()).toHaveLength(3_332);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText("1,668 of 5,000 done")).toBeVisible();
	await expect(saved(page)).toBeVisible();
	expect(await list.lines()).toHaveLength(5_000);
});

test("is read as quickly", async ({ page, api }) => {
	const link = await (await OwnDocument.make(api, "list", { title: "Long", items: many })).share();
	const answer = await page.goto(link);
	await expect(page.getByText("1,667 of 5,000 done")).toBeVisible();
	await expect(page.getByText(text(4), { exact: true })).toBeVisible();
	expect((await answer?.body())?.length).toBeLessThan(1_500_000);
	await expect(page.getByRole("listitem")).toHaveCount(5_000);
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	await expect(page.getByText(text(4_999), { exact: true })).toBeInViewport();
});
