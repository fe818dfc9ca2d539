// Who can open a link, as its owner decides it by clicking: in the share dialog, and on the link's own page.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";

// Each goes through several dialogs, and some through several pages.
test.describe.configure({ timeout: 60_000 });

const dialogOf = (page: Page) => page.getByRole("dialog");
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const turn = (page: Page, rule: string) => page.getByRole("switch", { name: rule }).click();

/** Opens the share dialog of the newest thing with its rules unfolded. */
async function openRules(page: Page, title: string): Promise<void> {
	await page.goto("/dashboard");
	await page.getByRole("button", { name: `More for ${title}` }).click();
	await page.getByRole("menuitem", { name: "Share" }).click();
	await page.getByRole("button", { name: "Who can open it" }).click();
	await expect(page.getByRole("switch", { name: "Expires" })).toBeVisible();
}

/** The account's newest link, as the API tells its owner of it. */
async function newest(api: Account) {
	const { shares } = await (await api.fetch("/api/shares")).json();
	return shares[0];
}

test("password, expiry and openings are set, told in one sentence, and taken back", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await openRules(page, "Night bus");
	const dialog = dialogOf(page);
	await expect(dialog.getByText("Anyone with the link", { exact: true })).toBeVisible();
	await turn(page, "Ask for a password");
	await save(page).click();
	await expect(dialog.getByText("Type a password")).toBeVisible();
	await dialog.getByLabel("Password for this link").fill("open sesame");
	await turn(page, "Expires");
	await dialog.getByRole("button", { name: "In a day" }).click();
	await turn(page, "Limit openings");
	await dialog.getByLabel("Openings", { exact: true }).fill("7");
	await expect(dialog.getByText("Not saved yet")).toBeVisible();
	await expectNoAxeViolations(page);
	await save(page).click();
	await expect(dialog.getByText(/^Anyone with the password, until tomorrow at \d\d:\d\d, 7 openings$/)).toBeVisible();
	await expect(dialog.getByText("Saved", { exact: true })).toBeVisible();
	// What it is, nobody is shown again.
	await expect(dialog.getByLabel("Password for this link")).toHaveValue("");
	expect((await fetch(link.replace("/share/", "/api/share/"))).status).toBe(401);
	expect((await newest(api)).policy).toMatchObject({ hasPassword: true, maxViews: 7 });
	await turn(page, "Limit openings");
	await save(page).click();
	await expect(dialog.getByText(/7 openings/)).toBeHidden();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.getByText(/with the password, .*7 openings$/)).toBeVisible();
	await turn(page, "Ask for a password");
	await save(page).click();
	await expect(dialog.getByText(/^Anyone with the link, until tomorrow/)).toBeVisible();
	expect((await newest(api)).policy).toMatchObject({ hasPassword: false, maxViews: 7 });
});

test("what the server does not take is said beside its field", async ({ page, api, signIn, publish, troubles }) => {
	troubles.allow(/status of 400.*\/api\/shares/);
	await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await openRules(page, "Night bus");
	await turn(page, "Only some people");
	await page.getByLabel("E-mail addresses").fill("ada@example.test\nnobody");
	await save(page).click();
	await expect(page.getByLabel("E-mail addresses")).toHaveAccessibleDescription(/^nobody: /);
	await page.getByLabel("E-mail addresses").fill("Ada <ada@example.test>, bo@example.test");
	await turn(page, "Expires");
	await turn(page, "Opens later");
	await page.getByLabel("Opens at").fill("2099-01-01T10:00");
	await save(page).click();
	await expect(page.getByText("A link must open before it expires")).toBeVisible();
	await turn(page, "Opens later");
	await save(page).click();
	await expect(dialogOf(page).getByText(/^Only 2 people you chose, until \d+ \w+$/)).toBeVisible();
	await expect(page.getByLabel("E-mail addresses")).toHaveValue("ada@example.test\nbo@example.test");
	await page.getByRole("button", { name: "Turn off link" }).click();
	await expect(dialogOf(page).getByText("This link is turned off: it opens for nobody")).toBeVisible();
	// Off is said in a toast, and its Undo can be pressed above the dialog, which stays.
	await page
		.getByRole("region", { name: /Notifications/ })
		.getByRole("button", { name: "Undo" })
		.click();
	await expect(dialogOf(page).getByText(/^Only 2 people you chose/)).toBeVisible();
});

test("a stale dialog takes over nothing: it shows what is newer, and keeps what was typed", async ({
	page,
	context,
	api,
	signIn,
	publish,
	troubles,
}) => {
	troubles.allow(/status of 412/);
	await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await openRules(page, "Night bus");
	// Only now: what is drawn behind another tab is drawn slowly.
	const other = await context.newPage();
	await openRules(other, "Night bus");
	await turn(other, "Limit openings");
	await other.getByLabel("Openings", { exact: true }).fill("5");
	await save(other).click();
	await expect(dialogOf(other).getByText("Anyone with the link, 5 openings")).toBeVisible();

	await page.bringToFront();
	await turn(page, "Ask for a password");
	await page.getByLabel("Password for this link").fill("open sesame");
	await save(page).click();
	const note = page.getByRole("alert").filter({ hasText: "changed somewhere else" });
	await expect(note).toContainText("Anyone with the link, 5 openings");
	await expect(page.getByLabel("Password for this link")).toHaveValue("open sesame");
	await expect(page.getByLabel("Openings", { exact: true })).toHaveValue("5");
	expect((await newest(api)).policy).toMatchObject({ hasPassword: false, maxViews: 5 });
	await save(page).click();
	await expect(dialogOf(page).getByText("Anyone with the password, 5 openings", { exact: true })).toBeVisible();
	await expect(note).toHaveCount(0);
});

test("settings are kept as a preset and used on a further link", async ({ page, api, signIn, publish }) => {
	await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await openRules(page, "Night bus");
	const dialog = dialogOf(page);
	await turn(page, "Limit openings");
	await turn(page, "Allow downloads");
	await dialog.getByRole("button", { name: "Presets" }).click();
	await dialog.getByLabel("Name of a new preset").fill("Family");
	await dialog.getByRole("button", { name: "Save preset" }).click();
	await expect(dialog.getByRole("button", { name: "Apply Family" })).toBeVisible();
	await dialog.getByRole("button", { name: "Further links" }).click();
	await dialog.getByLabel("Label of a new link").fill("For the band");
	await dialog.getByRole("button", { name: "New link" }).click();
	await dialog.getByRole("link", { name: "For the band" }).click();
	await page.waitForURL("**/dashboard/shares/*");
	const rules = page.getByRole("region", { name: "Who can open it" });
	await expect(rules.getByText("Anyone with the link.")).toBeVisible();
	await rules.getByRole("button", { name: "Change who can open it" }).click();
	await rules.getByRole("button", { name: "Presets" }).click();
	await rules.getByRole("button", { name: "Apply Family" }).click();
	await expect(rules.getByText("Anyone with the link, 20 openings, downloads allowed.")).toBeVisible();
	await rules.getByRole("button", { name: "Delete preset Family" }).click();
	await expect(rules.getByRole("button", { name: "Apply Family" })).toHaveCount(0);
	await page.goto("/dashboard/shares");
	await expect(page.getByRole("row").filter({ hasText: "For the band" })).toContainText("Live");
	await expect(page.getByRole("row").filter({ hasText: "Night bus" })).toHaveCount(2);
});

test("a link gets a label and a new address, and the old one stops at once", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Night bus" });
	await signIn(page, api);
	await page.goto(`/dashboard/shares/${(await newest(api)).id}`);
	await page.getByRole("button", { name: "Add a label" }).click();
	await page.getByLabel("Label", { exact: true }).fill("For the band");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("button", { name: "Edit label" })).toBeVisible();
	await page.getByRole("button", { name: "New address" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Make new address" }).click();
	const field = page.getByLabel("Link", { exact: true });
	await expect(field).not.toHaveValue(link);
	const next = await field.inputValue();
	expect([(await fetch(link)).status, (await fetch(next)).status]).toEqual([404, 200]);
	const activity = page.getByRole("region", { name: "Activity" }).getByRole("listitem");
	await expect(activity).toHaveText([/^New address given/, /^Changed: label/, /^Made/]);
});

test("why somebody cannot open a link is told rule by rule", async ({ page, api, signIn, signUp, publish }) => {
	const friend = await signUp();
	await publish("song", { owner: api, title: "Night bus" });
	const { id } = await newest(api);
	await api.send("PATCH", `/api/shares/${id}`, { policy: { allowEmails: [friend.user.email] } });
	await signIn(page, api);
	await page.goto(`/dashboard/shares/${id}`);
	const why = page.getByRole("region", { name: "Why can’t they open it?" });
	await why.getByRole("button", { name: "Check" }).click();
	await expect(why.getByText("Somebody without an account cannot open it now")).toBeVisible();
	await expect(why.getByRole("listitem").filter({ has: page.getByRole("img", { name: "Stops:" }) })).toHaveCount(1);
	await expectNoAxeViolations(page);
	await why.getByLabel("Their e-mail address").fill(friend.user.email);
	await why.getByRole("button", { name: "Check" }).click();
	await expect(why.getByText(`${friend.user.email} can open it`)).toBeVisible();
});

test("who signed up after being listed waits to be let in", async ({ page, api, signIn, publish, url }) => {
	await publish("song", { owner: api, title: "Night bus" });
	const username = `w_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
	const email = `${username}@example.test`;
	await api.send("PATCH", `/api/shares/${(await newest(api)).id}`, { policy: { allowEmails: [email] } });
	const body = JSON.stringify({ email, username, password: "a long enough password" });
	await fetch(`${url}/api/auth/signup`, { method: "POST", headers: { "content-type": "application/json" }, body });
	await signIn(page, api);
	await openRules(page, "Night bus");
	await page.getByRole("button", { name: `Let in ${email}` }).click();
	await expect(page.getByText(`${email} can open it now`)).toBeVisible();
	await expect(page.getByRole("region", { name: "Waiting to be let in" })).toHaveCount(0);
	expect((await newest(api)).waiting).toEqual([]);
});

test("a link whose openings are used says so among the others", async ({ page, api, signIn, publish }) => {
	const link = await publish("song", { owner: api, title: "Night bus" });
	await publish("song", { owner: api, title: "Early train" });
	const { shares } = await (await api.fetch("/api/shares?q=Night")).json();
	await api.send("PATCH", `/api/shares/${shares[0].id}`, { policy: { maxViews: 1 } });
	await fetch(link.replace("/share/", "/api/open/"), { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
	await signIn(page, api);
	await page.goto("/dashboard/shares");
	await page.getByRole("radio", { name: "Used up" }).click();
	await expect(page.getByRole("row").getByRole("link")).toHaveText(["Night bus"]);
	await expect(page.getByRole("row").filter({ hasText: "Night bus" })).toContainText("Used up");
});
