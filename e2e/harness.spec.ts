// The nets under the other tests: each must catch what it is there for.
import { expect, expectNoAxeViolations, test } from "./support/test";
import type { Troubles } from "./support/troubles";

/** Waits for one trouble that says this, and then forgives it. */
async function expectCaught(troubles: Troubles, words: RegExp): Promise<void> {
	await expect.poll(() => troubles.unexpected().join("\n")).toMatch(words);
	troubles.allow(words);
	expect(troubles.unexpected()).toEqual([]);
}

// `test.fail` passes when its test fails: here after its last line, by the check that runs after every test.
test.fail("an error in the console fails a test that says nothing of it", async ({ page }) => {
	await page.evaluate(() => console.error("nobody sees me"));
});

test("an error in the console is caught", async ({ page, troubles }) => {
	await page.evaluate(() => console.error("nobody sees me"));
	await expectCaught(troubles, /nobody sees me/);
});

test("an uncaught error is caught", async ({ page, troubles }) => {
	await page.evaluate(() => {
		setTimeout(() => {
			throw new Error("nobody catches me");
		});
	});
	await expectCaught(troubles, /^Uncaught: nobody catches me$/);
});

test("what the CSP forbids is caught", async ({ page, url, troubles }) => {
	await page.goto(`${url}/signin`);
	await page.evaluate(() => {
		document.body.setAttribute("onclick", "1");
		document.body.click();
	});
	await expectCaught(troubles, /script-src/);
});

test("a failed request is caught, unless the test announced it", async ({ page, url, troubles }) => {
	await page.goto(`${url}/api/nowhere`);
	await expectCaught(troubles, /status of 404.*\/api\/nowhere/);
});

test("somebody else's console is watched as well", async ({ somebodyElse, troubles }) => {
	await (await somebodyElse()).evaluate(() => console.error("nobody sees me"));
	await expectCaught(troubles, /nobody sees me/);
});

test("axe works under the CSP and names the rule that is broken", async ({ page, url }) => {
	await page.goto(`${url}/signin`);
	await expectNoAxeViolations(page);
	await page.evaluate(() => document.body.append(document.createElement("img")));
	await expect(expectNoAxeViolations(page)).rejects.toThrow("image-alt");
});

test("signIn makes the browser that account's own", async ({ page, url, api, signIn }) => {
	expect((await page.request.get(`${url}/api/me`)).status()).toBe(401);
	await signIn(page, api);
	expect(await (await page.request.get(`${url}/api/me`)).json()).toMatchObject({ user: { id: api.user.id } });
});
