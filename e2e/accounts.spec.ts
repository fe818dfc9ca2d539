// Signing up, in and out, with every mistake beside its field.
import { expect, test } from "./support/test";

test("a mistake stands beside its field, and nothing typed is lost", async ({ page, api, troubles }) => {
	troubles.allow(/status of 409.*\/api\/auth\/signup/);
	await page.goto("/signup");
	await page.getByLabel("Email").fill("nobody");
	await page.getByLabel("Username").fill("a!");
	await page.getByLabel("Password", { exact: true }).fill("short");
	await page.getByRole("button", { name: "Create free account" }).click();
	await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/Not an e-mail address/);
	await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/At least 3 characters/);
	await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/At least 8 characters/);

	await page.getByLabel("Email").fill(api.user.email);
	await page.getByLabel("Username").fill(`x${api.user.username.slice(0, 20)}`);
	await page.getByLabel("Password", { exact: true }).fill("a long enough password");
	await page.getByRole("button", { name: "Create free account" }).click();
	await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/account with this e-mail address already/);
	await expect(page.getByLabel("Email")).toHaveValue(api.user.email);
});

test("a wrong password says so, the right one leads to where one came from", async ({ page, api, publish, troubles }) => {
	troubles.allow(/status of 401.*\/api\/auth\/callback/);
	const link = new URL(await publish("playlist", { songs: 1 }));
	await page.goto(`/signin?next=${encodeURIComponent(link.pathname)}`);
	await page.getByLabel("Email").fill(api.user.email);
	await page.getByLabel("Password", { exact: true }).fill("not the password");
	await page.getByRole("button", { name: "Log in" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
	await page.getByLabel("Password", { exact: true }).fill(api.password);
	await page.getByRole("button", { name: "Log in" }).click();
	await page.waitForURL(link.href);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Night drive");
});

test("a form is sent once, and the focus stays on its button", async ({ page, api, troubles }) => {
	troubles.allow(/status of 401.*\/api\/auth\/callback/);
	const sent: string[] = [];
	let answer = () => {};
	const asked = new Promise<void>((resolve) => {
		answer = resolve;
	});
	await page.route("**/api/auth/callback/credentials", async (route) => {
		sent.push(route.request().url());
		await asked;
		await route.continue();
	});
	await page.goto("/signin");
	await page.getByLabel("Email").fill(api.user.email);
	await page.getByLabel("Password", { exact: true }).fill("not the password");
	await page.getByRole("button", { name: "Log in" }).press("Enter");
	const button = page.getByRole("button", { name: "One moment…" });
	await expect(button).toBeFocused();
	await expect(button).toBeDisabled();
	await button.press("Enter");
	await page.getByLabel("Email").press("Enter");
	await button.focus();
	answer();
	await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Log in" })).toBeFocused();
	expect(sent).toHaveLength(1);
});

for (const elsewhere of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/%0d%0aevil"]) {
	test(`sign-in never leads to ${elsewhere}`, async ({ page, url, api, troubles }) => {
		troubles.allow(/status of 404/);
		await page.goto(`/signin?next=${encodeURIComponent(elsewhere)}`);
		await page.getByLabel("Email").fill(api.user.email);
		await page.getByLabel("Password", { exact: true }).fill(api.password);
		await page.getByRole("button", { name: "Log in" }).click();
		await page.waitForURL((address) => address.pathname !== "/signin");
		expect(new URL(page.url()).origin).toBe(new URL(url).origin);
	});
}

test("sign-up and sign-in hand the way back to each other", async ({ page }) => {
	await page.goto("/signup?next=%2Fshare%2F0123456789abcdef");
	await page.getByRole("link", { name: "Log in" }).click();
	await page.waitForURL("**/signin?next=%2Fshare%2F0123456789abcdef");
	await page.getByRole("link", { name: "Create free account" }).click();
	await page.waitForURL("**/signup?next=%2Fshare%2F0123456789abcdef");
});

test("signing out closes the library", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: /^Account/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await page.waitForURL((address) => !address.pathname.startsWith("/dashboard"));
	await page.goto("/dashboard");
	await page.waitForURL("**/signin");
});

test("a changed password ends the sessions of other browsers", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	const changed = await api.send("PATCH", "/api/me", { password: "another long password", currentPassword: api.password });
	expect(changed.status).toBe(200);
	await page.goto("/dashboard");
	await page.waitForURL("**/signin");
});
