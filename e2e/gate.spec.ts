import { expect, test } from "./support/test";

test("a visitor hears three songs, then is asked to sign up", async ({ publish, open, troubles }) => {
	troubles.allow(/status of 403.*\/play/); // the fourth
	const page = await open(await publish("playlist", { songs: 5 }));
	for (const left of ["2 plays remaining", "1 play remaining", "No plays remaining"]) {
		await page.playNext();
		await expect(page.playsLeft).toHaveText(left);
	}
	await page.playNext();
	await expect(page.dialog("Create an account to continue")).toBeVisible();
});

test("a signed-in visitor hears as much as they like", async ({ publish, open, signIn, api, page: tab }) => {
	await signIn(tab, api);
	const page = await open(await publish("playlist", { songs: 5 }));
	for (let song = 1; song <= 5; song++) {
		const granted = tab.waitForResponse((response) => response.url().endsWith("/play") && response.ok());
		await page.playNext();
		await granted;
	}
	await expect(page.playsLeft).toBeHidden();
});
