// The account's own pages, by clicking: what is changed lasts, what ends ends everywhere, and mistakes stand beside their fields.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";

const settings = "/dashboard/settings";
const saysBad = /status of 4(00|09).*\/api\/me/;
const me = async (account: Account) => (await (await account.fetch("/api/me")).json()).user;
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("name and username are changed, and the menu says so at once", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto(settings);
	const save = page.getByRole("button", { name: "Save profile" });
	await expect(save).toBeDisabled();
	await page.getByLabel("Name", { exact: true }).fill("Mira Holt");
	await page.getByLabel("Username").fill(`new_${api.user.username}`);
	await save.click();
	await expect(page.getByText("Profile saved")).toBeVisible();
	await expect(save).toBeDisabled();
	await expect(save).toBeFocused();
	await expect(page.getByRole("button", { name: "Account: Mira Holt" })).toBeVisible();
	expect(await me(api)).toMatchObject({ name: "Mira Holt", username: `new_${api.user.username}` });
	await page.reload();
	await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Mira Holt");
	await page.getByLabel("Name", { exact: true }).fill("");
	await save.click();
	await expect(page.getByRole("button", { name: `Account: new_${api.user.username}` })).toBeVisible();
});

test("what is wrong stands beside its field, and nothing is changed", async ({ page, api, signUp, signIn, troubles }) => {
	troubles.allow(saysBad);
	const other = await signUp();
	await signIn(page, api);
	await page.goto(settings);
	await page.getByLabel("Username").fill("a!");
	await page.getByRole("button", { name: "Save profile" }).click();
	await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/At least 3 characters|Only a-z/);
	await page.getByLabel("Username").fill(other.user.username);
	await page.getByRole("button", { name: "Save profile" }).click();
	await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/taken/);

	await page.getByLabel("Email").fill(other.user.email);
	await page.getByRole("button", { name: "Change email" }).click();
	const current = section(page, "Log-in address").getByLabel("Current password", { exact: true });
	await expect(current).toHaveAccessibleDescription(/Required/);
	await current.fill("not the password");
	await page.getByRole("button", { name: "Change email" }).click();
	await expect(current).toHaveAccessibleDescription(/Wrong password/);
	await current.fill(api.password);
	await page.getByRole("button", { name: "Change email" }).click();
	await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/already/);
	await expectNoAxeViolations(page);
	expect(await me(api)).toMatchObject(api.user);

	await page.getByLabel("Email").fill(`new_${api.user.email}`);
	await page.getByRole("button", { name: "Change email" }).click();
	await expect(page.getByText("Email changed")).toBeVisible();
	expect((await me(api)).email).toBe(`new_${api.user.email}`);
});

test("a new password signs out the other browsers and not this one", async ({ page, api, signIn, somebodyElse, troubles }) => {
	troubles.allow(/status of 400.*\/api\/me/, /status of 401.*\/api\/(me|tokens)/);
	const elsewhere = await somebodyElse();
	await signIn(elsewhere, api);
	await elsewhere.goto(settings);
	await signIn(page, api);
	await page.goto(settings);
	const passwords = section(page, "Password");
	await passwords.getByLabel("Current password", { exact: true }).fill("not the password");
	await passwords.getByLabel("New password", { exact: true }).fill("short");
	await page.getByRole("button", { name: "Change password" }).click();
	await expect(passwords.getByLabel("New password", { exact: true })).toHaveAccessibleDescription(/At least 8 characters/);
	await passwords.getByLabel("New password", { exact: true }).fill("another long password");
	await page.getByRole("button", { name: "Change password" }).click();
	await expect(passwords.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/Wrong password/);
	await passwords.getByLabel("Current password", { exact: true }).fill(api.password);
	await page.getByRole("button", { name: "Change password" }).click();
	await expect(page.getByText("Password changed. Your other devices are signed out.")).toBeVisible();
	await expect(passwords.getByLabel("New password", { exact: true })).toHaveValue("");
	await page.reload();
	await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();

	// The other browser hears of it with its next step, and is led back after signing in again.
	await elsewhere.getByLabel("Name", { exact: true }).fill("Ada");
	await elsewhere.getByRole("button", { name: "Save profile" }).click();
	await expect(elsewhere.getByRole("alert").filter({ hasText: "You were signed out" })).toBeVisible();
	await elsewhere.getByLabel("Email").fill(api.user.email);
	await elsewhere.getByLabel("Password", { exact: true }).fill("another long password");
	await elsewhere.getByRole("button", { name: "Log in" }).click();
	await elsewhere.waitForURL(`**${settings}`);
});

test("signing out everywhere asks first, and leaves nobody signed in", async ({ page, api, signIn, somebodyElse }) => {
	const elsewhere = await somebodyElse();
	for (const each of [page, elsewhere]) await signIn(each, api);
	await page.goto(settings);
	await page.getByRole("button", { name: "Sign out everywhere" }).click();
	await page.getByRole("button", { name: "Stay signed in" }).click();
	expect((await api.fetch("/api/me")).status).toBe(200);
	await page.getByRole("button", { name: "Sign out everywhere" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
	await page.waitForURL("**/signin");
	await elsewhere.goto("/dashboard");
	await elsewhere.waitForURL("**/signin");
	expect((await api.fetch("/api/me")).status).toBe(401);
});

test("an account is deleted with its password only, after saying what goes", async ({ page, api, publish, signIn, troubles }) => {
	troubles.allow(saysBad, /status of 404/);
	const link = await publish("song", { owner: api });
	await signIn(page, api);
	await page.goto(settings);
	const button = page.getByRole("button", { name: "Delete account" });
	await button.click();
	const dialog = page.getByRole("dialog", { name: "Delete your account?" });
	await expect(dialog).toContainText("Every link");
	await expect(dialog.getByLabel("Current password", { exact: true })).toBeFocused();
	await expectNoAxeViolations(page);
	await page.keyboard.press("Escape");
	await expect(button).toBeFocused();
	await button.click();
	await dialog.getByLabel("Current password", { exact: true }).fill("not the password");
	await dialog.getByRole("button", { name: "Delete for good" }).click();
	await expect(dialog.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/Wrong password/);
	await dialog.getByLabel("Current password", { exact: true }).fill(api.password);
	await dialog.getByRole("button", { name: "Delete for good" }).click();
	await page.waitForURL((address) => address.pathname === "/");
	expect((await page.goto(link))?.status()).toBe(404);
	await page.goto("/dashboard");
	await page.waitForURL("**/signin");
});

test("a token is made, shown once, copied, works, and is revoked", async ({ page, context, url, api, signIn }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
	await signIn(page, api);
	await page.goto(`${settings}/tokens`);
	await expect(section(page, "Your tokens").getByRole("listitem")).toHaveCount(1);
	await page.getByRole("button", { name: "Make token" }).click();
	await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/Required/);
	await page.getByLabel("Name", { exact: true }).fill("Car radio");
	await page.getByLabel("Lasts").selectOption({ label: "Until I revoke it" });
	await page.getByRole("button", { name: "Make token" }).click();
	await expect(page.getByText("it is not shown again")).toBeFocused();
	await expectNoAxeViolations(page);
	await page.getByRole("button", { name: "Copy token" }).click();
	await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
	const token = await page.evaluate(() => navigator.clipboard.readText());
	expect(token).toBe(await page.getByLabel("Token", { exact: true }).inputValue());
	const opens = async () => (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status;
	expect(await opens()).toBe(200);
	await page.getByRole("button", { name: "Done" }).click();
	await expect(page.getByLabel("Token", { exact: true })).toHaveCount(0);
	const row = section(page, "Your tokens").getByRole("listitem").filter({ hasText: "Car radio" });
	await expect(row).toContainText("lasts until you revoke it");
	await page.reload();
	expect(await page.content()).not.toContain(token);

	await page.getByRole("button", { name: "Revoke Car radio" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Revoke token" }).click();
	await expect(page.getByText("Token revoked")).toBeVisible();
	await expect(row).toHaveCount(0);
	expect(await opens()).toBe(401);
	expect((await api.fetch("/api/me")).status, "the other one stays").toBe(200);
});

test("settings are reached from the menu by keyboard alone", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: /^Account/ }).press("Enter");
	await expect(page.getByRole("menuitem", { name: "Settings" })).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("menuitem", { name: "Invite friends" })).toBeFocused();
	await page.keyboard.press("ArrowUp");
	await expect(page.getByRole("menuitem", { name: "Settings" })).toBeFocused();
	await page.keyboard.press("Enter");
	await page.waitForURL(`**${settings}`);
	await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Library" })).not.toHaveAttribute("aria-current");
	await page.getByRole("link", { name: "Tokens" }).press("Enter");
	await page.waitForURL(`**${settings}/tokens`);
	await expect(page.getByRole("link", { name: "Tokens" })).toHaveAttribute("aria-current", "page");
});
