// Slideshows as they are made and shared, and as strangers see them. How they are watched stands in slideshow.spec.ts.

import type { Page } from "@playwright/test";
import { samplePicture } from "@/lib/media/sample-pictures";
import type { Account } from "./support/account";
import { makeSession, shareSession } from "./support/sessions";
import { fixture } from "./support/songs";
import { expect, expectNoAxeViolations, test } from "./support/test";

type Stored = { session: { title: string }; media: { id: number; caption: string; type: string; thumbnail: string | null }[] };

async function stored(owner: Account, id: number): Promise<Stored> {
	return (await owner.fetch(`/api/sessions/${id}`)).json();
}
const captions = ["First light", "The ridge", "The lake"];
const order = async (owner: Account, id: number) => (await stored(owner, id)).media.map(({ id }) => id);
const player = (page: Page) => page.getByRole("dialog", { name: "A week in the hills" });
const announced = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

test.describe("its owner", () => {
	test("makes one, adds pictures and a video at once, and is told what could not be added", async ({ page, api, signIn, troubles }) => {
		// The title is saved while pictures come in: the editor hears that the session moved on, and saves it again.
		troubles.allow(/status of 412/);
		await signIn(page, api);
		await page.goto("/dashboard");
		await page.getByRole("button", { name: "New" }).click();
		await page.getByRole("menuitem", { name: "New slideshow" }).click();
		await expect(page).toHaveURL(/\/dashboard\/session\/\d+$/);
		const id = Number(page.url().split("/").pop());
		await page.getByLabel("Title").fill("A week in the hills");
		const file = async (name: string, buffer: Buffer, mimeType = "image/jpeg") => ({ name, mimeType, buffer });
		await page
			.getByLabel("Pictures and videos to add")
			.setInputFiles([
				await file("1.jpg", await samplePicture(0)),
				await file("drawing.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image/svg+xml"),
				await file("2.jpg", await samplePicture(1)),
				await file("walk.webm", await fixture("walk.webm"), "video/webm"),
			]);
		await expect(page.getByText("drawing.svg: SVG drawings are not supported: save it as PNG.")).toBeVisible();
		await expect(page.getByRole("heading", { name: "2 pictures, 1 video" })).toBeVisible();
		await page.getByLabel("Caption of picture 1").fill("First light");
		await page.getByLabel("Caption of picture 2").fill("The ridge");
		await expect.poll(async () => (await stored(api, id)).media.map(({ caption }) => caption)).toEqual(["First light", "The ridge", ""]);
		// The browser shows one of the video's frames, which the server cannot.
		await expect.poll(async () => (await stored(api, id)).media[2]?.thumbnail).toMatch(/thumb-3/);
		await expect(page.getByText("Saved")).toBeVisible();
		await page.reload();
		await expect(page.getByLabel("Title")).toHaveValue("A week in the hills");
		await expect(page.getByLabel("Caption of picture 2")).toHaveValue("The ridge");
		await expectNoAxeViolations(page);
	});

	test("arranges pictures by keyboard and by their menus, and it lasts", async ({ page, api, signIn }, { project }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await page.getByRole("button", { name: "Move The lake", exact: true }).press("Space");
		await expect(announced(page, "Picked up The lake, number 3 of 3")).toHaveCount(1);
		// Two stand beside each other on a phone, and three here.
		const [key, place] = project.name === "phone" ? ["ArrowUp", 1] : ["ArrowLeft", 2];
		await page.keyboard.press(String(key));
		await expect(announced(page, `The lake: now number ${place} of 3`)).toHaveCount(1);
		await page.keyboard.press("Space");
		await expect.poll(async () => (await order(api, id)).indexOf(3) + 1).toBe(place);
		await page.getByRole("button", { name: "More for First light" }).click();
		await page.getByRole("menuitem", { name: "Move to the end" }).click();
		await expect(announced(page, "First light: now number 3 of 3")).toHaveCount(1);
		await expect.poll(async () => (await order(api, id)).at(-1)).toBe(1);
		await expect(page.getByText("Saved")).toBeVisible();
		const now = (await stored(api, id)).media.map(({ caption }) => caption);
		await page.reload();
		for (const [index, caption] of now.entries()) await expect(page.getByLabel(`Caption of picture ${index + 1}`)).toHaveValue(caption);
	});

	test("drags a picture to another place", async ({ page, api, signIn }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		const middle = async (name: string) => {
			const box = await page.getByRole("button", { name, exact: true }).boundingBox();
			return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
		};
		await page.getByRole("button", { name: "Move The lake", exact: true }).scrollIntoViewIfNeeded();
		const [from, to] = [await middle("Move The lake"), await middle("Move First light")];
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x - 10, from.y - 10, { steps: 3 });
		await page.mouse.move(to.x, to.y, { steps: 12 });
		await expect(announced(page, "The lake: now number 1 of 3")).toHaveCount(1);
		await page.mouse.up();
		await expect.poll(() => order(api, id)).toEqual([3, 1, 2]);
	});

	test("drops files anywhere on the page", async ({ page, api, signIn }) => {
		const { id } = await makeSession({ owner: api });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await expect(page.getByRole("button", { name: "Add pictures" })).toBeVisible();
		const dropped = await page.evaluateHandle(
			([bytes]) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([new Uint8Array(bytes ?? [])], "dropped.jpg", { type: "image/jpeg" }));
				return transfer;
			},
			[[...(await samplePicture(2))]],
		);
		await page.getByRole("heading", { name: "Pictures and videos" }).dispatchEvent("drop", { dataTransfer: dropped });
		await expect(page.getByRole("heading", { name: "1 picture", exact: true })).toBeVisible();
		await expect.poll(() => order(api, id)).toEqual([1]);
	});

	test("removes a picture, which is gone at once, and takes it back", async ({ page, api, signIn }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await page.getByRole("button", { name: "More for The ridge" }).click();
		await page.getByRole("menuitem", { name: "Remove" }).click();
		await expect.poll(() => order(api, id)).toEqual([1, 3]);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => order(api, id)).toEqual([1, 2, 3]);
		await expect(page.getByLabel("Caption of picture 2")).toHaveValue("The ridge");
	});

	test("takes back a picture whose caption was just typed, with that caption", async ({ page, api, signIn }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await page.getByLabel("Caption of picture 2").fill("The rim");
		await page.getByRole("button", { name: "More for The rim" }).click();
		await page.getByRole("menuitem", { name: "Remove" }).click();
		await expect(page.getByRole("heading", { name: "2 pictures" })).toBeVisible();
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(page.getByLabel("Caption of picture 2")).toHaveValue("The rim");
		await expect(page.getByText("Saved")).toBeVisible();
		expect((await stored(api, id)).media.map(({ caption }) => caption)).toEqual(["First light", "The rim", "The lake"]);
	});

	test("looks into the next video when the picture of one did not get through", async ({ page, api, signIn, troubles }) => {
		troubles.allow(/ERR_FAILED.*\/media\/1\/thumbnail/);
		const { id } = await makeSession({ owner: api, captions: [] });
		await signIn(page, api);
		await page.route("**/media/1/thumbnail", (route) => route.abort());
		await page.goto(`/dashboard/session/${id}`);
		const video = async (name: string) => ({ name, mimeType: "video/webm", buffer: await fixture("walk.webm") });
		await page.getByLabel("Pictures and videos to add").setInputFiles([await video("one.webm"), await video("two.webm")]);
		await expect.poll(async () => (await stored(api, id)).media.map(({ thumbnail }) => thumbnail !== null)).toEqual([false, true]);
	});

	test("chooses how it goes on, and numbers that make no sense are not saved", async ({ page, api, signIn }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await page.getByRole("button", { name: "How it goes on: 5 to 8 s, fade" }).click();
		await page.getByLabel("Seconds, at most").fill("3");
		await expect(page.getByText("The first number must not be more than the second.")).toBeVisible();
		await page.getByLabel("Seconds, at least").fill("2");
		await page.getByLabel("Transition").selectOption("zoom");
		await expect.poll(async () => (await stored(api, id)).session).toMatchObject({ intervalMin: 2, intervalMax: 3, transition: "zoom" });
		await expectNoAxeViolations(page);
	});

	test("shares it, and the link opens for a stranger", async ({ page, api, signIn, somebodyElse }) => {
		const { id } = await makeSession({ owner: api, captions });
		await signIn(page, api);
		await page.goto(`/dashboard/session/${id}`);
		await page.getByRole("button", { name: "Share", exact: true }).click();
		const field = page.getByRole("dialog").getByRole("textbox").first();
		await expect(field).toHaveValue(/\/shared\//);
		const link = await field.inputValue();
		const stranger = await somebodyElse();
		await stranger.goto(link);
		await expect(stranger.getByRole("heading", { name: "A week in the hills" })).toBeVisible();
	});
});

test.describe("a stranger", () => {
	test("sees three pictures, signs in and is back to watch the whole of it", async ({ page, api, signUp }) => {
		const { shareUrl, id } = await shareSession({ owner: api, captions: [...captions, "Evening", "Night"] });
		const asked: string[] = [];
		page.on("request", (request) => asked.push(request.url()));
		await page.goto(shareUrl);
		await expect(page.getByRole("list", { name: "First pictures" }).locator("img")).toHaveCount(3);
		await expect(page.getByText("Slideshow · 5 pictures · 5–8 s each")).toBeVisible();
		await expect(page.getByText("and 2 more")).toBeVisible();
		expect(await page.content()).not.toMatch(/media-\d|thumb-[45]|The ridge/);
		await expectNoAxeViolations(page);
		const guest = await signUp();
		await page.getByRole("link", { name: "Sign in to watch the whole session" }).click();
		await page.getByLabel("Email").fill(guest.user.email);
		await page.getByLabel("Password", { exact: true }).fill(guest.password);
		await page.getByRole("button", { name: "Log in" }).click();
		await page.getByRole("button", { name: "Start slideshow" }).click();
		await expect(player(page).getByRole("img", { name: "First light" })).toBeVisible();
		await expect.poll(() => asked.some((url) => url.includes(`/items/${id}/files/media-1`))).toBe(true);
	});

	test("reads what it is without JavaScript", async ({ browser, api }) => {
		const { shareUrl } = await shareSession({ owner: api, captions, settings: { description: "Six days of walking." } });
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(shareUrl);
		await expect(page.getByRole("heading", { name: "A week in the hills" })).toBeVisible();
		await expect(page.getByText("Six days of walking.")).toBeVisible();
		await context.close();
	});
});
