// Two tabs on one whiteboard, and what is drawn while nobody can save it.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { draw, made, ready, saved } from "./support/whiteboard";

test.describe("two tabs on one board", () => {
	test.beforeEach(({ troubles }) => troubles.allow(/status of 409/));
	const box = (id: string, more: object = {}) => ({
		id,
		type: "rectangle",
		x: 0,
		y: 0,
		width: 80,
		height: 60,
		version: 1,
		versionNonce: 7,
		index: `a${id}`,
		...more,
	});

	test("keep all that both drew, without a question", async ({ page, api, signIn }) => {
		const board = await made(api, { canvas_data: { elements: [box("1")] } });
		await signIn(page, api);
		await page.goto(board.page);
		await ready(page);
		await api.send("PATCH", board.path, { title: "Theirs", canvas_data: { elements: [box("2", { type: "diamond", y: 300 })] } });
		await draw(page, "ellipse", [-40, 60]);
		await expect.poll(board.types).toEqual(["diamond", "ellipse", "rectangle"]);
		await saved(page);
		await expect(page.getByLabel("Title")).toHaveValue("Theirs");
		await expect(page.getByRole("dialog", { name: "Two versions of this whiteboard" })).toHaveCount(0);
	});

	/** The same element and the title, changed here and elsewhere. */
	async function clash(page: Page, api: Account, signIn: (page: Page, account: Account) => Promise<void>) {
		const board = await made(api, { canvas_data: { elements: [box("1")] } });
		await signIn(page, api);
		await page.goto(board.page);
		await ready(page);
		const theirs = { title: "Theirs", canvas_data: { elements: [box("1", { version: 9, versionNonce: 8, x: 500 })] } };
		await api.send("PATCH", board.path, theirs);
		// Saving waits until both are changed here: what comes after the question is no part of it.
		let save = () => {};
		const changed = new Promise<void>((resolve) => {
			save = resolve;
		});
		await page.route(`**${board.path}`, async (route) => {
			await changed;
			await route.continue();
		});
		await page.getByLabel("Title").fill("Mine");
		await page.locator("canvas.interactive").click({ position: { x: 5, y: 200 } });
		await page.keyboard.press("Control+a");
		await page.keyboard.press("ArrowDown");
		save();
		const dialog = page.getByRole("dialog", { name: "Two versions of this whiteboard" });
		await expect(dialog).toBeVisible();
		return { board, dialog };
	}

	test("ask about what both changed, and lose neither", async ({ page, api, signIn }) => {
		const { board, dialog } = await clash(page, api, signIn);
		await expectNoAxeViolations(page);
		await page.keyboard.press("Escape");
		await expect(page.getByText("Changed elsewhere meanwhile.")).toBeVisible();
		expect(await board.types()).toEqual(["rectangle"]);
		await page.getByRole("button", { name: "See both versions" }).click();
		await dialog.getByRole("button", { name: "Keep both" }).click();
		await expect.poll(board.types).toEqual(["rectangle", "rectangle"]);
		await saved(page);
		expect((await board.stored()).title).toBe("Mine");
	});

	test("take the other's where one likes it better, and go on from there", async ({ page, api, signIn }) => {
		const { board, dialog } = await clash(page, api, signIn);
		await dialog.getByRole("button", { name: "Take theirs" }).click();
		await expect(page.getByLabel("Title")).toHaveValue("Theirs");
		await expect(dialog).toHaveCount(0);
		await draw(page, "ellipse", [-40, 60]);
		await expect.poll(board.types).toEqual(["ellipse", "rectangle"]);
		await saved(page);
		const { title, canvas_data } = await board.stored();
		expect([title, canvas_data.elements.find(({ id }) => id === "1")?.x]).toEqual(["Theirs", 500]);
	});
});

test("what was drawn last is saved when the page is left", async ({ page, api, signIn }) => {
	const board = await made(api);
	await signIn(page, api);
	await page.goto(board.page);
	await ready(page);
	await draw(page, "diamond", [-40, 20]);
	await page.getByRole("link", { name: "Library", exact: true }).first().click();
	await page.waitForURL(/\/dashboard$/);
	await expect.poll(board.types).toEqual(["diamond"]);
});

test("what was drawn without a network is saved when it is back", async ({ page, api, signIn, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	const board = await made(api);
	await signIn(page, api);
	await page.goto(board.page);
	await ready(page);
	await context.setOffline(true);
	await draw(page, "rectangle", [-40, 20]);
	await expect(page.getByText("Not saved.")).toBeVisible();
	await context.setOffline(false);
	await expect.poll(board.types).toEqual(["rectangle"]);
	await saved(page);
});
