// Every kind alike: its editor, its shared page, its link's page, empty and with hostile content, light and dark; axe finds nothing and nothing sticks out.
import { type KindName, kindNames } from "../lib/shares/kind";
import { oneOfEach } from "./support/one-of-each";
import { expect, expectSound, test } from "./support/test";

const hostile = `<script>alert("x")</script> ${"w".repeat(60)} أغنية {{7*7}} %00 👩‍👩‍👧‍👦`;
/** What is neither song nor playlist; those have tests of their own. */
const kinds = kindNames.filter((kind) => kind !== "song" && kind !== "playlist");

// Four pages, each in two lights, with a check of every rule of axe.
test.describe.configure({ timeout: 90_000 });

for (const kind of kinds) {
	test(`a ${kind} is sound with nothing in it`, async ({ page, api, signIn }) => {
		const { item } = await (await api.send("POST", "/api/items", { kind })).json();
		const { share } = await (await api.send("POST", `/api/items/${item.id}/shares`, { primary: true })).json();
		await expectSound(page, share.url);
		await signIn(page, api);
		for (const path of [share.url, `/dashboard/${kind}/${item.id}`]) await expectSound(page, path);
	});

	test(`a ${kind} is sound with hostile content`, async ({ page, signUp, signIn }) => {
		const owner = await signUp({ name: hostile.slice(0, 80) });
		const { itemId } = await oneOfEach[kind](owner, { shown: hostile, hidden: "Quixotry" });
		const { share } = await (await owner.send("POST", `/api/items/${itemId}/shares`, { primary: true })).json();
		await owner.send("PATCH", `/api/shares/${share.id}`, { policy: { allowDownload: true } });
		await expectSound(page, share.url);
		await signIn(page, owner);
		for (const path of [`/dashboard/${kind}/${itemId}`, `/dashboard/shares/${share.id}`]) await expectSound(page, path);
	});
}

test("sample content has one of each kind, each found by its chip and shared by its dialog", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "Try it with sample content" }).click();
	const cards = page.locator("main li[data-kind]");
	for (const kind of kindNames) await expect(cards.and(page.locator(`[data-kind="${kind}"]`)).first()).toBeVisible({ timeout: 30_000 });
	const { items } = await (await api.fetch("/api/items?limit=200")).json();
	const seen = new Set<KindName>(items.map(({ kind }: { kind: KindName }) => kind));
	expect([...seen].sort()).toEqual([...kindNames].sort());
	for (const kind of kinds) {
		const { title } = items.find((item: { kind: string }) => item.kind === kind);
		await page.getByRole("button", { name: `More for ${title}` }).click();
		await page.getByRole("menuitem", { name: "Share" }).click();
		const dialog = page.getByRole("dialog");
		await expect(dialog.getByLabel("Link")).toHaveValue(/\/shared\//);
		await expect(dialog).toContainText("Anyone with the link");
		await page.keyboard.press("Escape");
		await expect(dialog).toHaveCount(0);
	}
});
