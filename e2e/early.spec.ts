// A page is there to be seen before its script is; what is done in between is not lost.
import { holdScripts } from "./support/alive";
import { expectPlaying } from "./support/sound";
import { expect, test } from "./support/test";

test("a song that is pressed before the page's script is there plays when it is", async ({ publish, page }) => {
	const link = await publish("playlist", { songs: 2 });
	const release = await holdScripts(page);
	const opened = page.goto(link);
	await page.getByRole("button", { name: "Play Song 2", exact: true }).click();
	release();
	await opened;
	await expectPlaying(page);
	await expect(page.getByRole("region", { name: "Player" }).getByText("Song 2")).toBeVisible();
});

test("a name that is typed before the page's script is there takes the account's place", async ({ page, signIn, signUp }) => {
	await signIn(page, await signUp({ name: "Ada" }));
	const release = await holdScripts(page);
	const opened = page.goto("/room");
	const name = page.getByLabel("Your name");
	await expect(name).toHaveValue("Ada");
	await name.fill("Countess");
	release();
	await opened;
	await expect(name).toHaveValue("Countess");
	await page.getByRole("button", { name: "Create room" }).click();
	await expect(page.getByText("Countess").first()).toBeVisible();
});
