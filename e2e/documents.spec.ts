// Lists and notes, light and dark, with nothing, with much and with hostile content: axe finds nothing and nothing sticks out.
import { OwnDocument, rows } from "./support/documents";
import { expect, expectNoAxeViolations, expectSound, test } from "./support/test";

const hostile = ['<script>alert("x")</script>', "w".repeat(300), "أغنية القطار الأخير", "{{7*7}} %s %00", "👩‍👩‍👧‍👦🎹", "two\nlines\ttab"];
const title = `${"w".repeat(100)} <b>`;
const markdown = `# ${"w".repeat(200)}\n\n${hostile.join("\n\n")}\n\n| a | b |\n|---|---|\n| ${"y".repeat(300)} | x |\n\n\`\`\`\n${"z".repeat(300)}\n\`\`\`\n\n- [x] done\n`;

const documents = [
	["list", "nothing", {}],
	[
		"list",
		"hostile content",
		{ title, category: "w".repeat(60), color_value: "#FFFF00", items: rows(...hostile, ...hostile.map((text) => `x ${text}`)) },
	],
	["note", "nothing", {}],
	["note", "hostile content", { title, category: "w".repeat(60), color_value: "#FFFFFF", content: markdown }],
] as const;

for (const [kind, what, body] of documents) {
	test(`a ${kind} with ${what} is sound for strangers`, async ({ page, api }) => {
		await expectSound(page, await (await OwnDocument.make(api, kind, body)).share());
	});

	test(`a ${kind} with ${what} is sound for its owner`, async ({ page, api, signIn, isMobile }) => {
		const made = await OwnDocument.make(api, kind, body);
		await signIn(page, api);
		await expectSound(page, made.editor);
		if (!isMobile) return;
		// What a phone folds away.
		await made.open(page);
		await page.getByRole("button", { name: /Category and colour/ }).click();
		if (kind === "note") await page.getByRole("tab", { name: "Preview" }).click();
		await expectNoAxeViolations(page);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang).toBeLessThanOrEqual(0);
	});
}

test("editors hold at 200 % zoom on a phone", async ({ page, api, signIn }) => {
	await signIn(page, api);
	await page.setViewportSize({ width: 320, height: 370 });
	for (const [kind, , body] of documents) {
		await (await OwnDocument.make(api, kind, body)).open(page);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang, kind).toBeLessThanOrEqual(0);
	}
});
