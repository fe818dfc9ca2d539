// The next song is there before this one ends, and not before it may be heard.
import type { Page } from "@playwright/test";
import { current, expectPlaying } from "./support/sound";
import { expect, test } from "./support/test";

/** The ids of songs whose audio the page asked for, in order, each asking. */
function streamed(page: Page): string[] {
	const asked: string[] = [];
	page.on("request", (request) => {
		const song = /\/stream\/(\d+)/.exec(request.url())?.[1];
		if (song) asked.push(song);
	});
	return asked;
}

test("the next song is fetched ahead only when it may be heard already", async ({ publish, open, page }) => {
	const link = await publish("playlist", { songs: 3 });
	const asked = streamed(page);
	const shared = await open(link);
	await shared.play("Song 1");
	await expectPlaying(page);
	await expect.poll(() => page.evaluate(() => document.querySelector("audio")?.buffered.end(0) ?? 0)).toBeGreaterThan(19);
	await expectPlaying(page);
	expect(new Set(asked).size, "a song that was not granted is not asked for").toBe(1);

	await shared.play("Song 2");
	await expectPlaying(page);
	const second = asked.at(-1) ?? "";
	expect(new Set(asked).size).toBe(2);
	asked.length = 0;
	await shared.play("Song 1");
	await expect.poll(() => asked.includes(second), "the granted song is fetched while the one before plays").toBe(true);
	await expectPlaying(page);
	await expect(current(page)).toHaveText("Song 1");
});

test("songs of a signed-in listener follow each other without a gap", async ({ url, signUp, signIn, page }) => {
	const owner = await signUp({ name: "Ada" });
	const songs = [];
	for (const title of ["One", "Two", "Three"]) songs.push(await owner.upload({ title, seconds: 12 }));
	const { shareUrl } = await owner.share("playlist", (await owner.playlist("Short", songs)).id);
	await signIn(page, await signUp());
	await page.addInitScript(() => {
		const heard: string[] = [];
		Object.assign(globalThis, { heard });
		// Media events do not bubble, but they can be captured; `src` is what the song that begins is played from.
		const hear = ({ type, target }: Event) => heard.push(`${type} ${(target as HTMLAudioElement).src.split(":")[0]}`);
		for (const name of ["ended", "playing"]) document.addEventListener(name, hear, true);
	});
	const ahead: string[] = [];
	page.on("requestfinished", (request) => {
		if (request.resourceType() === "fetch" && request.url().includes("/stream/")) ahead.push(request.url());
	});
	await page.goto(new URL(shareUrl, url).href);
	await page.getByRole("button", { name: "Play One", exact: true }).click();
	for (const [at, next] of ["Two", "Three"].entries()) {
		await expectPlaying(page);
		await expect.poll(() => ahead.length, "the next song is here before this one ends").toBe(at + 1);
		// Near its end, to which it comes by itself.
		await page.keyboard.press("l");
		await expect(current(page)).toHaveText(next);
	}
	await expectPlaying(page);
	// What follows an end is the next song's sound, and that is played from memory: nothing is fetched at its start.
	const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
	const afterEnds = heard.flatMap((event, at) => (event.startsWith("ended") ? [heard[at + 1]] : []));
	expect(afterEnds).toEqual(["playing blob", "playing blob"]);
	expect(await page.evaluate(() => document.querySelector("audio")?.src.startsWith("blob:"))).toBe(true);
});
