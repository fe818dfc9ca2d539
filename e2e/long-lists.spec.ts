// A list of five thousand items, for its owner and for a stranger.
import type { Page } from "@playwright/test";
import { OwnDocument, rows, saved } from "./support/documents";
import { expect, test } from "./support/test";

const many = rows(...Array.from({ length: 5_000 }, (_, at) => `${at % 3 ? "" : "x "}Item number ${at}, which has a few more words`));
const text = (at: number) => `Item number ${at}, which has a few more words`;

/** Seconds of work that a page has given the browser, whatever else the machine does: of its own thread's time. */
async function work(page: Page): Promise<() => Promise<number>> {
	const browser = await page.context().newCDPSession(page);
	await browser.send("Performance.enable", { timeDomain: "threadTicks" });
	return async () => {
		const { metrics } = await browser.send("Performance.getMetrics");
		return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
	};
}

test("is edited as quickly as a short one, from its beginning to its end", async ({ page, api, signIn }, { project }) => {
	const list = await OwnDocument.make(api, "list", { title: "Long", items: many });
	await signIn(page, api);
	const spent = await work(page);
	await list.open(page);
	const box = page.getByRole("checkbox", { name: `Done: ${text(1)}`, exact: true });
	await box.click();
	await expect(box).toBeChecked();
	const usable = await spent();
	console.log(`${project.name}: an editor of 5,000 items is usable after ${(1_000 * usable).toFixed(0)} ms of work`);
	expect(usable).toBeLessThan(2);
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
	await expect(page.getByText("0 of 3,332 done")).toBeVisible();
	await expect(saved(page)).toBeVisible();
	expect(await list.lines()).toHaveLength(3_332);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText("1,668 of 5,000 done")).toBeVisible();
	await expect(saved(page)).toBeVisible();
	expect(await list.lines()).toHaveLength(5_000);
});

test("is read as quickly", async ({ page, api }, { project }) => {
	const link = await (await OwnDocument.make(api, "list", { title: "Long", items: many })).share();
	const spent = await work(page);
	await page.goto(link);
	await expect(page.getByText("1,667 of 5,000 done")).toBeVisible();
	await expect(page.getByText(text(4), { exact: true })).toBeVisible();
	const readable = await spent();
	console.log(`${project.name}: a shared list of 5,000 items is readable after ${(1_000 * readable).toFixed(0)} ms of work`);
	expect(readable).toBeLessThan(2);
	await expect(page.getByRole("listitem")).toHaveCount(5_000);
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	await expect(page.getByText(text(4_999), { exact: true })).toBeInViewport();
});
