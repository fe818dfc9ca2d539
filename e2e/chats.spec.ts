// A chat from its first message to its link: written, brought in, hidden in part, read by strangers, frozen, turned off.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";

type Made = { id: number; name: string };

/** Makes a chat of these messages, the user's and the assistant's in turn. */
async function chat(owner: Account, messages: string[], name = "Small talk"): Promise<Made> {
	const said = messages.map((message, at) => ({ role: at % 2 === 0 ? "user" : "assistant", content: message }));
	const answer = await owner.send("POST", `/api/users/${owner.user.id}/chats/import`, { name, model: "gpt-4o", messages: said });
	expect(answer.status).toBe(201);
	return (await answer.json()).chats[0];
}

async function share(owner: Account, { id }: Made, body: object = {}): Promise<string> {
	const answer = await owner.send("POST", `/api/users/${owner.user.id}/chats/${id}/shares`, body);
	expect(answer.status).toBe(200);
	return `/shared/chats/${(await answer.json()).share.uuid}`;
}

const row = (page: Page, place: number) => page.getByRole("article", { name: new RegExp(`, message ${place}(?:,|$)`) });
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

async function write(page: Page, message: string): Promise<void> {
	await page.getByLabel("Message", { exact: true }).fill(message);
	await page.getByRole("button", { name: "Add message" }).click();
	await expect(page.getByLabel("Message", { exact: true })).toHaveValue("");
}

test("a chat is written, hidden in part, shared, and read by a stranger, who sees what is changed", async ({
	page,
	signUp,
	signIn,
	somebodyElse,
}) => {
	await signIn(page, await signUp({ name: "Ada" }));
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "New chat" }).click();
	await page.waitForURL("**/dashboard/chat/*");
	await page.getByLabel("Name", { exact: true }).fill("Tomatoes");
	await page.getByLabel("Model").fill("gpt-4o");
	await write(page, "How much **water**?");
	await expect(page.getByLabel("From")).toHaveValue("assistant");
	await write(page, "My address is a secret.");
	await page.getByLabel("Message", { exact: true }).fill("Thank you!");
	await page.keyboard.press("Control+Enter");
	await expect(row(page, 3)).toContainText("Thank you!");
	await expect(row(page, 1).locator("strong")).toHaveText("water");

	await row(page, 2).getByRole("button", { name: "Hide message 2" }).click();
	await expect(row(page, 2)).toContainText("Hidden");
	await expect(page.getByRole("heading", { name: "3 messages · 1 hidden" })).toBeVisible();
	await saved(page);
	await expectNoAxeViolations(page);

	await page.getByRole("button", { name: "Share", exact: true }).click();
	const address = page.getByRole("dialog").getByLabel("Link", { exact: true });
	await expect(address).toHaveValue(/\/shared\/chats\/[0-9a-f-]{36}$/);
	const link = await address.inputValue();
	await page.keyboard.press("Escape");

	const stranger = await somebodyElse();
	await stranger.goto(link);
	await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Tomatoes");
	await expect(stranger.getByText("Shared by Ada")).toBeVisible();
	await expect(stranger.getByRole("listitem")).toHaveText([/How much water\?/, /Thank you!/]);
	await expect(stranger.getByText("secret")).toHaveCount(0);
	await expectNoAxeViolations(stranger);

	await row(page, 1).getByRole("button", { name: "Edit message 1" }).click();
	await row(page, 1).getByLabel("Text").fill("How much light?");
	await row(page, 1).getByRole("button", { name: "Save message" }).click();
	await expect(row(page, 1)).toContainText("How much light?");
	await saved(page);
	await stranger.reload();
	await expect(stranger.getByRole("listitem").first()).toContainText("How much light?");
});

test("a link shows a snapshot until it is updated, and nothing once it is off", async ({ page, api, signIn, somebodyElse, troubles }) => {
	troubles.allow(/status of 404/);
	const made = await chat(api, ["One", "Two"]);
	const link = await share(api, made);
	await signIn(page, api);
	await page.goto(`/dashboard/chat/${made.id}`);
	await page.getByRole("radio", { name: "A snapshot" }).click();
	await expect(page.getByText("Taken just now")).toBeVisible();
	await write(page, "Three");
	await row(page, 1).getByRole("button", { name: "More about message 1" }).click();
	await page.getByRole("menuitem", { name: "Delete message" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Delete message" }).click();
	await expect(page.getByRole("heading", { name: "2 messages" })).toBeVisible();
	await saved(page);

	const stranger = await somebodyElse();
	const messages = stranger.getByRole("listitem");
	await stranger.goto(link);
	await expect(messages).toHaveText([/One/, /Two/]);
	await page.getByRole("button", { name: "Update snapshot" }).click();
	await expect(page.getByText("Snapshot updated")).toBeVisible();
	await stranger.reload();
	await expect(messages).toHaveText([/Two/, /Three/]);

	await page.getByRole("button", { name: "Share", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Turn off link" }).click();
	await expect(page.getByText("Link turned off")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("region", { name: "What the link shows" })).toHaveCount(0);
	await stranger.reload();
	await expect(stranger.getByRole("heading", { level: 1, name: "This link is not available" })).toBeVisible();
});

test("chats come in from a file, with a reason for each that did not", async ({ page, api, signIn, troubles }) => {
	troubles.allow(/status of 400/);
	await signIn(page, api);
	await page.goto(`/dashboard/chat/${(await chat(api, ["Hello"])).id}`);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("menuitem", { name: "Import chats" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("heading", { name: "Import chats" })).toBeVisible();
	await expectNoAxeViolations(page);
	const file = (content: string, name = "conversations.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });
	await page.getByLabel("File to import").setInputFiles(file('[{"title":'));
	await expect(dialog.getByRole("alert")).toHaveText("The file is damaged: it ends too early");

	const said = (id: string, parent: string | null) => [
		id,
		{ parent, message: { author: { role: "user" }, content: { content_type: "text", parts: [id] } } },
	];
	const good = { title: "From elsewhere", mapping: Object.fromEntries([said("a", null), said("b", "a")]), current_node: "b" };
	const circle = { title: "Round and round", mapping: Object.fromEntries([said("a", "b"), said("b", "a")]), current_node: "b" };
	await page.getByLabel("File to import").setInputFiles(file(JSON.stringify([good, circle])));
	await expect(dialog.getByText("1 chat imported")).toBeVisible();
	const left = dialog.getByRole("region", { name: "What was left out" });
	await expect(left).toHaveText(/Round and round.*Its messages run in a circle/);
	await expectNoAxeViolations(page);
	await dialog.getByRole("button", { name: "Open chat" }).click();
	await expect(page.getByLabel("Name", { exact: true })).toHaveValue("From elsewhere");
	await expect(row(page, 2)).toContainText("b");
});

test("five thousand messages: no more of them is there than is near, in the editor and on the page", async ({
	page,
	api,
	signIn,
	somebodyElse,
}) => {
	const long = await chat(
		api,
		Array.from({ length: 5_000 }, (_, at) => `Message number ${at + 1}, with *some* \`code\`.`),
	);
	const link = await share(api, long);

	const stranger = await somebodyElse();
	const messages = stranger.locator("[data-transcript] > li");
	await stranger.goto(link);
	await expect(messages).toHaveCount(60);
	await stranger.keyboard.press("End");
	await expect.poll(() => messages.count()).toBeGreaterThan(60);
	await expect(messages.nth(60)).toContainText("Message number 61,");
	await stranger.getByRole("link", { name: "Go to the last" }).click();
	await expect(messages.last()).toContainText("Message number 5000,");
	await stranger.getByRole("link", { name: "Earlier messages" }).click();
	await expect(messages.first()).toContainText("Message number 4921,");

	await signIn(page, api);
	await page.goto(`/dashboard/chat/${long.id}`);
	await expect(row(page, 1)).toContainText("Message number 1,");
	expect(await page.getByRole("article").count()).toBeLessThan(60);
	await page.getByRole("button", { name: "Go to the last" }).click();
	await expect(row(page, 5_000)).toBeInViewport();
	await write(page, "One more.");
	await expect(row(page, 5_001)).toContainText("One more.");
});

test("a page without scripts has the whole chat, part by part", async ({ browser, api, url }) => {
	const long = await chat(
		api,
		Array.from({ length: 150 }, (_, at) => `Message number ${at + 1}.`),
	);
	const link = await share(api, long);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const messages = page.locator("[data-transcript] > li");
	await page.goto(`${url}${link}`);
	for (const [first, last] of [
		[1, 60],
		[61, 120],
		[121, 150],
	]) {
		await expect(messages.first()).toContainText(`Message number ${first}.`);
		await expect(messages.last()).toContainText(`Message number ${last}.`);
		if (last !== 150) await page.getByRole("link", { name: "Later messages" }).click();
	}
	await expect(page.getByRole("link", { name: "Later messages" })).toHaveCount(0);
	await context.close();
});

test("hostile messages are text, in light and dark, and the page stays as wide as the phone", async ({ page, api, signIn }) => {
	const hostile = [
		"<script>document.title='owned'</script>\n\n[click](javascript:alert(1)) <img src=x onerror=alert(1)>",
		`![track](https://tracker.example/x.png)\n\n${"W".repeat(400)}\n\n| ${"wide | ".repeat(30)}\n|${"---|".repeat(30)}`,
		"```js\nconst s = '</code><script>alert(1)</script>';\n```\n\n# A heading\n\n#### Another",
		"\u202eright to left\u202c and שלום",
	];
	const made = await chat(api, hostile, "<b>Not bold</b>");
	const link = await share(api, made);
	await signIn(page, api);
	for (const path of [link, `/dashboard/chat/${made.id}`]) {
		await page.goto(path);
		await expect(page.getByText("document.title")).toBeVisible();
		await expect(page).toHaveTitle(/<b>Not bold<\/b>/);
		expect(await page.locator("#content img, #content script, #content a[href^='javascript']").count()).toBe(0);
		await expect(page.getByRole("link", { name: "track" })).toHaveAttribute("rel", "noreferrer nofollow noopener");
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			await expectNoAxeViolations(page);
		}
	}
});

test("a locked chat opens by its password, and tells nothing before", async ({ page, api }) => {
	const link = await share(api, await chat(api, ["The vault is open."], "Vault"), { is_protected: true, hashed_password: "sesame" });
	await page.goto(link);
	await expect(page.getByRole("heading", { level: 1, name: "This link is locked" })).toBeVisible();
	expect(await page.content()).not.toMatch(/Vault|vault/);
	await page.getByLabel("Link password", { exact: true }).fill("sesame");
	await page.getByRole("button", { name: "Open", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Vault" })).toBeVisible();
	await expect(page.getByText("The vault is open.")).toBeVisible();
});
