// Each part of a policy, set by its owner in one browser and met by a stranger in another, on a phone.
import type { Locator, Page } from "@playwright/test";
import { songTitle } from "./support/share-page";
import { expect, test } from "./support/test";

const title = "Night bus";

async function openRules(page: Page): Promise<Locator> {
	await page.goto("/dashboard");
	await page.getByRole("button", { name: `More for ${title}` }).click();
	await page.getByRole("menuitem", { name: "Share" }).click();
	await page.getByRole("button", { name: "Who can open it" }).click();
	return page.getByRole("dialog");
}

test("what the owner sets is what a stranger meets", async ({ page, api, signIn, signUp, publish, somebodyElse, troubles }) => {
	test.slow();
	troubles.allow(/status of (?:401|403|404|410)/);
	const link = await publish("playlist", { owner: api, title, songs: 2 });
	const guest = await signUp();
	await signIn(page, api);
	const stranger = await somebodyElse();
	await stranger.setViewportSize({ width: 360, height: 740 });
	const dialog = await openRules(page);
	const turn = (rule: string) => dialog.getByRole("switch", { name: rule }).click();
	const save = async () => {
		await dialog.getByRole("button", { name: "Save", exact: true }).click();
		await expect(dialog.getByText("Saved", { exact: true })).toBeVisible();
	};
	const meets = async (heading: string) => {
		await stranger.goto(link);
		await expect(stranger.getByRole("heading", { level: 1, name: heading })).toBeVisible();
	};
	await meets(title);

	await test.step("a password", async () => {
		await turn("Ask for a password");
		await dialog.getByLabel("Password for this link").fill("open sesame");
		await save();
		await stranger.reload();
		await stranger.getByLabel("Link password", { exact: true }).fill("open sesame");
		await stranger.getByRole("button", { name: "Open", exact: true }).click();
		await expect(stranger.getByRole("heading", { level: 1, name: title })).toBeVisible();
		await turn("Ask for a password");
		await save();
	});

	await test.step("openings", async () => {
		await turn("Limit openings");
		await dialog.getByLabel("Openings", { exact: true }).fill("1");
		await save();
		await stranger.goto(link);
		await stranger.getByRole("button", { name: "Open", exact: true }).click();
		await expect(stranger.getByRole("heading", { level: 1, name: title })).toBeVisible();
		await stranger.context().clearCookies();
		await meets("This link has been used up");
		await turn("Limit openings");
		await save();
	});

	await test.step("dates", async () => {
		await turn("Opens later");
		await dialog.getByLabel("Opens at").fill("2099-01-01T10:00");
		await save();
		await meets("Not open yet");
		await turn("Opens later");
		await turn("Expires");
		await dialog.getByLabel("Expires at").fill("2020-01-01T10:00");
		await save();
		await meets("This link has expired");
		await turn("Expires");
		await save();
	});

	await test.step("people", async () => {
		await turn("Only some people");
		await dialog.getByLabel("E-mail addresses").fill(guest.user.email);
		await save();
		await stranger.goto(link);
		await expect(stranger.getByRole("heading", { level: 1, name: title })).toHaveCount(0);
		await signIn(stranger, guest);
		await meets(title);
		await stranger.context().clearCookies();
		await turn("Only some people");
		await save();
	});

	await test.step("downloads and plays", async () => {
		await turn("Allow downloads");
		await turn("Limit free plays");
		await save();
		await meets(title);
		await expect(stranger.getByRole("link", { name: `Download ${songTitle(1)}` })).toBeVisible();
	});

	await test.step("off, and on again", async () => {
		await dialog.getByRole("button", { name: "Turn off link" }).click();
		await expect(page.getByText("Link turned off")).toBeVisible();
		await meets("This link is not available");
		await dialog.getByRole("button", { name: "Turn on link" }).click();
		await expect(page.getByText("Link turned on")).toBeVisible();
		await meets(title);
	});
});
