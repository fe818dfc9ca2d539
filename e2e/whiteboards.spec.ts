// Whiteboards, from the first stroke to a stranger's phone.
import type { Page } from "@playwright/test";
import { fixture } from "../lib/kinds/whiteboard/fixture";
import type { Account } from "./support/account";
import { atRest } from "./support/at-rest";
import { expect, expectNoAxeViolations, test } from "./support/test";
import { draw, type Element, json, made, ready, saved } from "./support/whiteboard";

test("somebody draws, shares it, and a stranger sees it until the link is off", async ({ page, api, signIn, somebodyElse, troubles }) => {
	troubles.allow(/status of 404/);
	const elsewhere: string[] = [];
	page.on("request", (request) => /^https?:/.test(request.url()) && !request.url().startsWith(api.url) && elsewhere.push(request.url()));
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "New whiteboard" }).click();
	await page.waitForURL(/\/dashboard\/whiteboard\/\d+$/);
	await ready(page);
	const path = `/api/whiteboards/${page.url().split("/").at(-1)}`;
	const types = async () =>
		(await json<{ canvas_data: { elements: Element[] } }>(api.fetch(path))).canvas_data.elements.map(({ type }) => type);

	await page.getByLabel("Title").fill("Sketch of a house");
	await draw(page, "rectangle", [-40, -60]);
	await expect.poll(types).toEqual(["rectangle"]);
	await saved(page);
	await page.reload();
	await ready(page);
	await expect(page.getByLabel("Title")).toHaveValue("Sketch of a house");

	await page.getByRole("button", { name: "Share", exact: true }).click();
	const field = page.getByRole("dialog").getByLabel("Link", { exact: true });
	await expect(field).toHaveValue(/\/shared\/whiteboard\//);
	const link = await field.inputValue();
	await page.keyboard.press("Escape");

	const visitor = await somebodyElse();
	await visitor.setViewportSize({ width: 360, height: 740 });
	await visitor.goto(link);
	await expect(visitor.getByRole("heading", { name: "Sketch of a house" })).toBeVisible();
	await expect(visitor.locator("svg[viewBox] path").first()).toBeVisible();
	const before = await visitor.locator(".board-surface path").count();

	await draw(page, "ellipse", [-40, 40]);
	await expect.poll(types).toEqual(["rectangle", "ellipse"]);
	await visitor.reload();
	await expect.poll(() => visitor.locator(".board-surface path").count()).toBeGreaterThan(before);

	await api.fetch(`${path}/share`, { method: "DELETE" });
	await visitor.reload();
	await expect(visitor.getByRole("heading", { name: "This link is not available" })).toBeVisible();
	expect(elsewhere).toEqual([]);
});

test("a board is moved and zoomed by mouse, keys and buttons", async ({ page, api }) => {
	await page.goto(await (await made(api, fixture.content)).share());
	const board = page.getByRole("region", { name: "Whiteboard: Plans" });
	const drawing = board.getByRole("group", { name: "Plans" });
	const box = async () => (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	await expect(page.getByRole("button", { name: "Fit" })).toBeVisible();
	const fits = await box();
	const isFitted = async () => expect.poll(box).toEqual(fits);
	/** Where it comes to rest: keys and buttons move it smoothly. */
	const rest = async () => {
		await atRest(page);
		return box();
	};

	await page.getByRole("button", { name: "Zoom in" }).click();
	await expect.poll(async () => (await box()).width / fits.width).toBeCloseTo(1.3, 1);
	await page.getByRole("button", { name: "Fit" }).click();
	await isFitted();

	await board.focus();
	await page.keyboard.press("+");
	await page.keyboard.press("+");
	await page.keyboard.press("-");
	await expect.poll(async () => (await box()).width / fits.width).toBeCloseTo(1.3, 1);
	const before = await rest();
	await page.keyboard.press("ArrowRight");
	await expect.poll(async () => Math.round((await box()).x - before.x)).toBe(-80);
	await page.keyboard.press("0");
	await isFitted();

	const frame = (await board.boundingBox()) ?? fits;
	const [x, y] = [frame.x + 100, frame.y + 150];
	await page.mouse.move(x, y);
	await page.mouse.wheel(0, -300);
	await expect.poll(async () => (await box()).width).toBeGreaterThan(fits.width * 1.3);
	const zoomed = await rest();
	await page.mouse.down();
	await page.mouse.move(x + 30, y + 20, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => [Math.round((await box()).x - zoomed.x), Math.round((await box()).y - zoomed.y)]).toEqual([30, 20]);
});

test("two fingers zoom about the place between them", async ({ page, api, isMobile }) => {
	await page.goto(await (await made(api, fixture.content)).share());
	await expect(page.getByRole("button", { name: "Fit" })).toBeVisible();
	const drawing = page.getByRole("group", { name: "Plans" });
	const width = async () => (await drawing.boundingBox())?.width ?? 0;
	const before = await width();
	const box = await page.locator(".board-surface").boundingBox();
	const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 200];
	const touch = await page.context().newCDPSession(page);
	const fingers = (apart: number) => [
		{ x: x - apart, y, id: 1 },
		{ x: x + apart, y, id: 2 },
	];
	if (!isMobile) await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true });
	await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
	for (const apart of [40, 60, 90]) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
	await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	await expect.poll(async () => (await width()) / before).toBeGreaterThan(2.5);
});

test("a board is there without any script", async ({ browser, api }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await page.goto(await (await made(api, fixture.content)).share());
	await expect(page.locator("text", { hasText: "slow breakfast" })).toBeVisible();
	const drawing = await page.locator(".board-surface svg").boundingBox();
	expect(drawing?.width).toBeLessThanOrEqual(360);
	expect(drawing?.width).toBeGreaterThan(200);
	await context.close();
});

const hostile = '<script>alert("x")</script>';

/** A board with much on it, one with nothing, one that means harm. */
async function threeBoards(api: Account) {
	const text = (id: string, words: string, more: object = {}) => ({ id, type: "text", x: 0, y: 0, text: words, fontSize: 20, ...more });
	const elements = [
		text("a", hostile),
		text("b", "w".repeat(500), { y: 60 }),
		text("c", "أغنية القطار الأخير 你好 👩‍👩‍👧‍👦", { y: 120, link: "javascript:alert(1)" }),
	];
	return [
		await made(api, fixture.content),
		await made(api, { title: "Empty" }),
		await made(api, { title: `${hostile} ${"w".repeat(150)}`, category: hostile, canvas_data: { elements } }),
	] as const;
}

async function expectSound(page: Page, path: string, isThere: () => Promise<void>) {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await page.goto(path);
		await isThere();
		await expectNoAxeViolations(page);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	}
}

test("public pages of boards are sound: with much, with nothing, with hostile content", async ({ page, api }) => {
	const [much, nothing, harm] = await threeBoards(api);
	await expectSound(page, await much.share(), () => expect(page.locator("text", { hasText: "slow breakfast" })).toBeVisible());
	await expectSound(page, await nothing.share(), () => expect(page.getByText("There is nothing on this whiteboard yet.")).toBeVisible());
	await expectSound(page, await harm.share(), () => expect(page.locator("text", { hasText: hostile })).toBeVisible());
});

test("editors of boards are sound: with nothing, with hostile content", async ({ page, api, signIn }) => {
	const [, nothing, harm] = await threeBoards(api);
	await signIn(page, api);
	for (const board of [nothing, harm]) await expectSound(page, board.page, () => ready(page));
});

test("a picture that is put on a board is seen behind its link", async ({ page, api, signIn, somebodyElse }) => {
	const board = await made(api);
	await signIn(page, api);
	// Tests can answer the browser's own dialog for files, not the one of the File System Access API.
	await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
	await page.goto(board.page);
	await ready(page);
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByTestId("toolbar-image").check({ force: true })]);
	const gif = Buffer.from("R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
	await chooser.setFiles({ name: "red.gif", mimeType: "image/gif", buffer: gif });
	const canvas = page.locator("canvas.interactive");
	// The picture hangs at the pointer as soon as it can be put down.
	await expect(canvas).toHaveCSS("cursor", /^url\(/);
	await canvas.click({ position: { x: 300, y: 300 } });
	await expect.poll(board.types).toEqual(["image"]);
	await saved(page);
	const visitor = await somebodyElse();
	const loaded = visitor.waitForResponse((response) => response.url().includes("/files/board-"));
	await visitor.goto(await board.share());
	expect((await loaded).status()).toBe(200);
	await expect(visitor.locator("image.board-picture")).toBeAttached();
});

test("a board of two thousand elements can be looked at and drawn on", async ({ page, api, signIn }) => {
	const types = ["rectangle", "ellipse", "diamond", "arrow", "text"];
	const elements = Array.from({ length: 2_000 }, (_, at) => ({
		id: `n${at}`,
		type: types[at % 5],
		x: (at % 50) * 160,
		y: Math.floor(at / 50) * 120,
		width: 120,
		height: 80,
		...(types[at % 5] === "text" ? { text: `Note ${at}`, fontSize: 20, fontFamily: 5 } : {}),
		...(types[at % 5] === "arrow"
			? {
					points: [
						[0, 0],
						[120, 80],
					],
				}
			: {}),
	}));
	const board = await made(api, { canvas_data: { elements } });
	await page.goto(await board.share());
	await page.getByRole("button", { name: "Zoom in" }).click();
	await expect(page.locator("text", { hasText: "Note 1999" })).toBeAttached();
	await signIn(page, api);
	await page.goto(board.page);
	await ready(page);
	await draw(page, "ellipse", [-40, 20]);
	await expect.poll(async () => (await board.types()).length, { timeout: 20_000 }).toBe(2_001);
	await saved(page);
});
