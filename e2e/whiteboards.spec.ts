// Whiteboards, from the first stroke to a stranger's phone.
import type { Page } from "@playwright/test";
import { fixture } from "../lib/kinds/whiteboard/fixture";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";

type Element = { id: string; type: string; x: number; isDeleted: boolean };

async function json<T>(answer: Promise<Response>): Promise<T> {
	const response = await answer;
	expect(response.ok, await response.clone().text()).toBe(true);
	return response.json();
}

async function made(api: Account, body: object = {}) {
	const { id } = await json<{ id: string }>(api.send("POST", "/api/whiteboards", { title: "Plans", ...body }));
	const path = `/api/whiteboards/${id}`;
	const stored = () => json<{ title: string; version: number; canvas_data: { elements: Element[] } }>(api.fetch(path));
	return {
		path,
		page: `/dashboard/whiteboard/${id}`,
		stored,
		types: async () =>
			(await stored()).canvas_data.elements
				.filter(({ isDeleted }) => !isDeleted)
				.map(({ type }) => type)
				.sort(),
		share: async () => (await json<{ shareUrl: string }>(api.send("POST", `${path}/share`, {}))).shareUrl,
	};
}

/** Waits until Excalidraw is there. */
async function ready(page: Page) {
	await expect(page.locator("canvas.interactive")).toBeVisible();
	await expect(page.getByTestId("toolbar-rectangle")).toBeAttached();
}

/** Draws with the mouse, at a place of the canvas counted from its middle. */
async function draw(page: Page, tool: "rectangle" | "ellipse" | "diamond", [x, y]: [number, number]) {
	await page.getByTestId(`toolbar-${tool}`).check({ force: true });
	const box = await page.locator("canvas.interactive").boundingBox();
	if (!box) throw new Error("there is no canvas");
	const [left, top] = [box.x + box.width / 2 + x, box.y + box.height / 2 + y];
	await page.mouse.move(left, top);
	await page.mouse.down();
	await page.mouse.move(left + 40, top + 30, { steps: 3 });
	await page.mouse.move(left + 80, top + 60, { steps: 3 });
	await page.mouse.up();
}

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

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

	await page.getByRole("button", { name: "Zoom in" }).click();
	await expect.poll(async () => (await box()).width / fits.width).toBeCloseTo(1.3, 1);
	await page.getByRole("button", { name: "Fit" }).click();
	await isFitted();

	await board.focus();
	await page.keyboard.press("+");
	await page.keyboard.press("+");
	await page.keyboard.press("-");
	await expect.poll(async () => (await box()).width / fits.width).toBeCloseTo(1.3, 1);
	const before = await box();
	await page.keyboard.press("ArrowRight");
	await expect.poll(async () => Math.round((await box()).x - before.x)).toBe(-80);
	await page.keyboard.press("0");
	await isFitted();

	const frame = (await board.boundingBox()) ?? fits;
	const [x, y] = [frame.x + 100, frame.y + 150];
	await page.mouse.move(x, y);
	await page.mouse.wheel(0, -300);
	await expect.poll(async () => (await box()).width).toBeGreaterThan(fits.width * 1.3);
	const zoomed = await box();
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
	await page.locator("canvas.interactive").click({ position: { x: 300, y: 300 } });
	await expect.poll(board.types).toEqual(["image"]);
	await saved(page);
	const visitor = await somebodyElse();
	const loaded = visitor.waitForResponse((response) => response.url().includes("/files/board-"));
	await visitor.goto(await board.share());
	expect((await loaded).status()).toBe(200);
	await expect(visitor.locator("image.board-picture")).toBeAttached();
});

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
		await page.getByLabel("Title").fill("Mine");
		await page.locator("canvas.interactive").click({ position: { x: 5, y: 200 } });
		await page.keyboard.press("Control+a");
		await page.keyboard.press("ArrowDown");
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
