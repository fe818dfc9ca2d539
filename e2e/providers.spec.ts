// GitHub and Google, as a person meets them: the buttons, the way there and back, and what is said when it does not work.
import { alive } from "./support/alive";
import { startServer, type TestServer } from "./support/server";
import { SignInProvider } from "./support/sign-in-provider";
import { test as base, expect, expectNoAxeViolations } from "./support/test";

const test = base.extend<object, { provider: SignInProvider; configured: TestServer }>({
	provider: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from this pattern.
		async ({}, use) => {
			const provider = await SignInProvider.start();
			await use(provider);
			await provider.stop();
		},
		{ scope: "worker" },
	],
	// A server takes its time to start, which is not the first test's.
	configured: [
		async ({ provider }, use) => {
			const server = await startServer({ env: { ...provider.env, RATE_LIMIT_SCALE: "100000" } });
			await use(server);
			await server.stop();
		},
		{ scope: "worker", timeout: 60_000 },
	],
	url: async ({ configured }, use) => use(configured.url),
});

let count = 0;
const somebody = () => {
	const id = Date.now() * 100 + count++;
	return { id, login: `octo${id}`, name: "Mira Holt", email: `octo${id}@example.test`, verified: true };
};

for (const name of ["GitHub", "Google"]) {
	test(`${name} opens an account, and leads back to the page one came from`, async ({ page, provider, publish, url }) => {
		provider.person = somebody();
		const link = new URL(await publish("playlist", { songs: 1 }));
		await page.goto(`/signup?next=${encodeURIComponent(link.pathname)}`);
		await page.getByRole("button", { name: `Continue with ${name}` }).click();
		await page.waitForURL(link.href);
		await expect(page.getByRole("link", { name: "Your library" })).toBeVisible();
		const me = await (await page.request.get(`${url}/api/me`)).json();
		expect(me.user).toMatchObject({ email: provider.person.email, name: "Mira Holt" });
	});
}

test("an address that has an account already is sent to its password, and from there to where one meant to go", async ({
	page,
	provider,
	api,
}) => {
	provider.person = { ...somebody(), email: api.user.email };
	await page.goto("/signin?next=%2Fdashboard%2Fshares");
	await page.getByRole("button", { name: "Continue with GitHub" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "There is an account with that e-mail address already" })).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByLabel("Email").fill(api.user.email);
	await page.getByLabel("Password", { exact: true }).fill(api.password);
	await page.getByRole("button", { name: "Log in" }).click();
	await page.waitForURL("**/dashboard/shares");
});

test("who says no over there is back on the sign-in page, and can try again", async ({ page, provider }) => {
	provider.person = somebody();
	provider.fault = "denied";
	await page.goto("/signin");
	await page.getByRole("button", { name: "Continue with Google" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "Signing in there did not work" })).toBeVisible();
	await alive(page);
	provider.fault = null;
	await page.getByRole("button", { name: "Continue with Google" }).click();
	await page.waitForURL("**/dashboard");
});

test("an account without a password gets one, or is deleted by its username", async ({ page, provider, url }) => {
	for (const end of ["password", "delete"]) {
		provider.person = somebody();
		await page.context().clearCookies();
		await page.goto("/signup?next=%2Fdashboard%2Fsettings");
		await page.getByRole("button", { name: "Continue with GitHub" }).click();
		await page.waitForURL("**/dashboard/settings");
		await expect(page.getByText("You log in with GitHub")).toBeVisible();
		await alive(page);
		await expectNoAxeViolations(page);
		const { user } = await (await page.request.get(`${url}/api/me`)).json();
		if (end === "password") {
			await page.getByLabel("New password", { exact: true }).fill("a long enough password");
			await page.getByRole("button", { name: "Set password" }).click();
			await expect(page.getByText("Password set")).toBeVisible();
			await expect(page.getByRole("button", { name: "Change password" })).toBeVisible();
		} else {
			await page.getByRole("button", { name: "Delete account" }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByLabel(/Type your username/).fill(user.username);
			await dialog.getByRole("button", { name: "Delete for good" }).click();
			await page.waitForURL(`${url}/`);
			expect((await page.request.get(`${url}/api/me`)).status()).toBe(401);
		}
	}
});

base("without settings there are no such buttons", async ({ page }) => {
	for (const path of ["/signin", "/signup"]) {
		await page.goto(path);
		await expect(page.getByRole("button", { name: /Create free account|Log in/ })).toBeVisible();
		await expect(page.getByRole("button", { name: /Continue with/ })).toHaveCount(0);
	}
});
