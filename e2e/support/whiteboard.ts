// A whiteboard in a browser: Excalidraw's own controls, by what they are called.
import { expect, type Page } from "@playwright/test";
import type { Account } from "./account";

export type Element = { id: string; type: string; x: number; isDeleted: boolean };

export async function json<T>(answer: Promise<Response>): Promise<T> {
	const response = await answer;
	expect(response.ok, await response.clone().text()).toBe(true);
	return response.json();
}

export async function made(api: Account, body: object = {}) {
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
export async function ready(page: Page) {
	await expect(page.locator("canvas.interactive")).toBeVisible();
	await expect(page.getByTestId("toolbar-rectangle")).toBeAttached();
}

/** Draws with the mouse, at a place of the canvas counted from its middle. */
export async function draw(page: Page, tool: "rectangle" | "ellipse" | "diamond", [x, y]: [number, number]) {
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

export const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
