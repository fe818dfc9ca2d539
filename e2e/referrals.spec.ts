// A link handed out, a friend who comes by it, and what both have of it.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

async function signUp(page: Page): Promise<void> {
	const username = `f_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
	await page.getByLabel("Email").fill(`${username}@example.test`);
	await page.getByLabel("Username").fill(username);
	await page.getByLabel("Password", { exact: true }).fill("a long enough password");
	await page.getByRole("button", { name: "Create free account" }).click();
}
const credits = (page: Page) => page.locator('dt:text-is("Credits") + dd');

test("an invitation is copied, a friend signs up days later by another page, and both have their credits", async ({
	page,
	context,
	url,
	api,
	signIn,
	somebodyElse,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: /^Account/ }).click();
	await page.getByRole("menuitem", { name: "Invite friends" }).click();
	await page.waitForURL("**/dashboard/referrals");
	await expect(page.getByText("Nobody yet.")).toBeVisible();
	await page.getByRole("button", { name: "Copy link" }).click();
	await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toBe(`${url}/?ref=${api.user.referralCode}`);

	const friend = await somebodyElse();
	await friend.goto(link);
	await friend.goto("/signin");
	await friend.getByRole("link", { name: "Create free account" }).click();
	await signUp(friend);
	await friend.waitForURL("**/dashboard");
	await friend.goto("/dashboard/referrals");
	await expect(credits(friend)).toHaveText("25");

	await page.reload();
	await expect(credits(page)).toHaveText("10");
	await expect(page.getByRole("region", { name: "Who came" }).getByRole("listitem")).toHaveText(/Came by your invitation.*\+10/);
});

test("who signs up from a shared page comes back to it, and its owner is credited for that very link", async ({ page, api, publish }) => {
	const link = new URL(await publish("playlist", { songs: 1, owner: api }));
	await page.goto(`/signup?next=${encodeURIComponent(link.pathname)}`);
	await signUp(page);
	await page.waitForURL(link.href);
	const referrals = await (await api.fetch("/api/me/referrals")).json();
	expect(referrals).toMatchObject({ total: 1, credits: 10, history: [{ source: "session_share", credits: 10 }] });
	const { shares } = await (await api.fetch("/api/shares")).json();
	const stats = await (await api.fetch(`/api/shares/${shares[0].id}/stats`)).json();
	expect(stats.signups).toBe(1);
});

test("nobody gets credits for inviting themselves in their own browser", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto(`/?ref=${api.user.referralCode}`);
	const answer = await page.evaluate(async () => {
		const username = `s_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
		const body = JSON.stringify({ email: `${username}@example.test`, username, password: "a long enough password" });
		return (await fetch("/api/auth/signup", { method: "POST", headers: { "content-type": "application/json" }, body })).status;
	});
	expect(answer).toBe(201);
	await page.goto("/dashboard/referrals");
	await expect(credits(page)).toHaveText("0");
});
