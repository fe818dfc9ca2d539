// The network goes and comes back: what is there plays on, what broke is taken up again, and nothing is spent twice.
import type { Page } from "@playwright/test";
import { quoted } from "../components/ui/quoted";
import { Account } from "./support/account";
import { expectPlaying, position } from "./support/sound";
import { expect, test } from "./support/test";

/** How many seconds of the song are there beyond the one that is heard. */
const loadedAhead = (page: Page) =>
	page.evaluate(() => {
		const audio = document.querySelector("audio");
		return audio && audio.buffered.length > 0 ? audio.buffered.end(audio.buffered.length - 1) - audio.currentTime : 0;
	});

test("a song that breaks off goes on at the same second when the network is back", async ({ url, open, page, context, troubles }) => {
	// Making and sending an hour of sound takes its time.
	test.slow();
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_IO_SUSPENDED/, /ERR_NETWORK_CHANGED/, /ERR_CONTENT_LENGTH_MISMATCH/);
	const owner = await Account.signUp(url, { name: "Ada" });
	// Longer than what a browser holds in store.
	const song = await owner.upload({ title: "The long one", seconds: 3_600 });
	const shared = await open((await owner.share("playlist", (await owner.playlist("Late", [song])).id)).shareUrl);
	await shared.play("The long one");
	await expectPlaying(page);
	await expect.poll(() => loadedAhead(page)).toBeGreaterThan(15);

	await context.setOffline(true);
	await expect(page.getByText("You are offline. What has been loaded plays on.")).toBeVisible();
	await expectPlaying(page);
	// Far away, where nothing has been loaded.
	const slider = page.getByRole("slider", { name: "Seek" });
	const track = await slider.locator("xpath=ancestor::*[@data-orientation][last()]").boundingBox();
	if (!track) throw new Error("the slider is not to be seen");
	await page.mouse.click(track.x + track.width * 0.8, track.y + track.height / 2);
	const second = async () => Number(await slider.getAttribute("aria-valuenow"));
	await expect.poll(second).toBeGreaterThan(2_000);
	const from = await second();
	await expect(page.getByText("You are offline. The music goes on when you are back.")).toBeVisible();

	await context.setOffline(false);
	await expect(page.getByText(/You are offline/)).toHaveCount(0);
	await expect.poll(() => position(page)).toBeGreaterThan(from);
	await expectPlaying(page);
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
});

test("a press without a network says so, and is done once when it is back", async ({ publish, open, context, page, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/);
	const shared = await open(await publish("playlist", { songs: 3 }));
	await shared.play("Song 1");
	await expectPlaying(page);
	await context.setOffline(true);
	await shared.play("Song 3");
	await expect(page.getByText(`You are offline. ${quoted("Song 3")} starts when you are back.`)).toBeVisible();
	await expectPlaying(page);
	await context.setOffline(false);
	await expect(shared.bar.getByRole("paragraph").first()).toHaveText("Song 3");
	await expectPlaying(page);
	await expect(shared.playsLeft).toHaveText("1 play remaining");
});

test("an answer that is lost on its way costs no second play", async ({ publish, open, page, troubles }) => {
	troubles.allow(/ERR_FAILED/);
	const shared = await open(await publish("playlist", { songs: 4 }));
	const keys: (string | undefined)[] = [];
	await page.route("**/play", async (route) => {
		keys.push(route.request().headers()["idempotency-key"]);
		const answer = await route.fetch();
		// The server has counted it; the page never hears of it.
		if (keys.length <= 3) await route.abort();
		else await route.fulfill({ response: answer });
	});
	await shared.play("Song 1");
	await expectPlaying(page);
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	expect(keys).toHaveLength(4);
	expect(new Set(keys).size).toBe(1);
});
