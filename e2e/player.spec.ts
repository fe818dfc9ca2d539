// What people expect of a player beyond playing: keys, queue, shuffle, repeat, the system's media keys, and coming back.
import type { Page } from "@playwright/test";
import { current, expectPlaying, isPaused, position } from "./support/sound";
import { expect, expectNoAxeViolations, test } from "./support/test";

/**
 * Pauses at the song's start: later than in its third second, "Previous" would lead there, and not to the song before. For songs in their first ten seconds.
 */
async function pauseAtStart(page: Page): Promise<void> {
	await page.keyboard.press("k");
	await expect.poll(() => isPaused(page)).toBe(true);
	await page.keyboard.press("j");
	await expect.poll(() => position(page)).toBe(0);
}

test("keys play, leap, step, mute and explain themselves", async ({ publish, open }) => {
	const shared = await open(await publish("playlist", { songs: 3 }));
	const { page } = shared;
	await shared.play("Song 1");
	await expectPlaying(page);
	await page.locator("body").click({ position: { x: 5, y: 5 } });

	await page.keyboard.press("k");
	await expect.poll(() => isPaused(page)).toBe(true);
	const from = await position(page);
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => position(page)).toBeGreaterThan(from + 4);
	await page.keyboard.press("j");
	await expect.poll(() => position(page)).toBeLessThan(from + 1);
	await page.keyboard.press("Space");
	await expectPlaying(page);

	await page.keyboard.press("m");
	await expect.poll(() => page.evaluate(() => document.querySelector("audio")?.volume)).toBe(0);
	await page.keyboard.press("m");
	await expect.poll(() => page.evaluate(() => document.querySelector("audio")?.volume)).toBe(1);

	await page.keyboard.press("Shift+ArrowRight");
	await expect(current(page)).toHaveText("Song 2");
	await expectPlaying(page);
	await pauseAtStart(page);
	await page.keyboard.press("Shift+ArrowLeft");
	await expect(current(page)).toHaveText("Song 1");
	await expectPlaying(page);

	await page.keyboard.press("?");
	const help = shared.dialog("Keys");
	await expect(help).toBeVisible();
	await expectNoAxeViolations(page);
	await page.keyboard.press("k");
	expect(await isPaused(page)).toBe(false);
	await help.getByRole("checkbox", { name: "Use these keys on this device" }).uncheck();
	await page.keyboard.press("Escape");
	await expect(help).toHaveCount(0);
	await page.keyboard.press("Shift+ArrowRight");
	await page.keyboard.press("k");
	await expectPlaying(page);
	await expect(current(page)).toHaveText("Song 1");
});

test("a key presses the control that has the focus, and writes where somebody types", async ({ page, api, signIn }) => {
	await api.upload({ title: "Northbound", seconds: 20 });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "Play Northbound" }).click();
	await expectPlaying(page);
	const search = page.getByRole("searchbox");
	await search.pressSequentially("k m s");
	await expect(search).toHaveValue("k m s");
	expect(await isPaused(page)).toBe(false);
	await page
		.getByRole("button", { name: "Repeat: off" })
		.or(page.getByRole("button", { name: "Up next" }))
		.first()
		.press("Space");
	expect(await isPaused(page)).toBe(false);
});

test("the queue shows what comes, jumps to it and leaves out what is taken out", async ({ publish, open }) => {
	const shared = await open(await publish("playlist", { songs: 5 }));
	const { page } = shared;
	await shared.play("Song 1");
	await shared.button("Up next").click();
	const queue = shared.dialog("Up next");
	const songs = queue.getByRole("list", { name: "Songs up next" }).getByRole("button", { name: /^Play / });
	await expect(songs).toHaveText(["Play Song 2", "Play Song 3", "Play Song 4", "Play Song 5"]);
	await expectNoAxeViolations(page);
	await queue.getByRole("button", { name: "Remove Song 2 from up next" }).click();
	await expect(songs).toHaveText(["Play Song 3", "Play Song 4", "Play Song 5"]);
	await songs.nth(1).click();
	await expect(songs).toHaveText(["Play Song 5"]);
	await page.keyboard.press("Escape");
	await expect(current(page)).toHaveText("Song 4");
	await expect(shared.button("Up next")).toBeFocused();
	// What was jumped over and not taken out is still there to go back to.
	await expectPlaying(page);
	await pauseAtStart(page);
	await page.keyboard.press("Shift+ArrowLeft");
	await expect(current(page)).toHaveText("Song 3");
	await expectPlaying(page);
	await pauseAtStart(page);
	await page.keyboard.press("Shift+ArrowLeft");
	await expect(current(page)).toHaveText("Song 1");
});

test("shuffle plays every song once in an order of its own, and going back leads to what was heard", async ({
	publish,
	open,
	signIn,
	api,
}) => {
	const link = await publish("playlist", { songs: 6 });
	const shared = await open(link);
	const { page } = shared;
	await signIn(page, api);
	await page.reload();
	await shared.play("Song 3");
	await expectPlaying(page);
	await page.keyboard.press("s");
	await expect(current(page)).toHaveText("Song 3");
	const heard = ["Song 3"];
	for (let step = 0; step < 5; step++) {
		await page.keyboard.press("Shift+ArrowRight");
		await expect(current(page)).not.toHaveText(heard.at(-1) ?? "");
		heard.push((await current(page).textContent()) ?? "");
	}
	expect([...heard].sort()).toEqual(["Song 1", "Song 2", "Song 3", "Song 4", "Song 5", "Song 6"]);
	await expectPlaying(page);
	await pauseAtStart(page);
	await page.keyboard.press("Shift+ArrowLeft");
	await expect(current(page)).toHaveText(heard[4] ?? "");
	await expect(shared.button("Next")).toBeEnabled();
});

test("the system is told what plays, and its keys work", async ({ publish, open, page }) => {
	await page.addInitScript(() => {
		const real = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
		const kept: Record<string, MediaSessionActionHandler | null> = {};
		Object.assign(globalThis, { systemKeys: kept });
		navigator.mediaSession.setActionHandler = (action, handler) => {
			kept[action] = handler;
			real(action, handler);
		};
	});
	const press = (action: MediaSessionAction, details: Partial<MediaSessionActionDetails> = {}) =>
		page.evaluate(
			([action, details]) => {
				const keys = (globalThis as unknown as { systemKeys: Record<string, MediaSessionActionHandler | null> }).systemKeys;
				keys[action]?.({ action, ...details });
			},
			[action, details] as const,
		);
	const shared = await open(await publish("playlist", { songs: 2 }));
	await shared.play("Song 1");
	const told = () =>
		page.evaluate(() => {
			const { metadata, playbackState } = navigator.mediaSession;
			return { title: metadata?.title, artist: metadata?.artist, state: playbackState, picture: metadata?.artwork[0]?.src.slice(0, 15) };
		});
	await expect.poll(told).toEqual({ title: "Song 1", artist: "Mira Holt", state: "playing", picture: "data:image/png;" });

	await press("pause");
	await expect.poll(async () => [await isPaused(page), (await told()).state]).toEqual([true, "paused"]);
	await press("seekto", { seekTime: 12 });
	await expect.poll(() => position(page)).toBeCloseTo(12, 0);
	await press("seekbackward");
	await expect.poll(() => position(page)).toBeCloseTo(2, 0);
	await press("seekforward", { seekOffset: 5 });
	await expect.poll(() => position(page)).toBeCloseTo(7, 0);
	await press("play");
	await expectPlaying(page);
	await press("nexttrack");
	await expect.poll(async () => (await told()).title).toBe("Song 2");
	// There is nothing after the last song, and the system should not offer it.
	await expect
		.poll(() => page.evaluate(() => (globalThis as unknown as { systemKeys: Record<string, unknown> }).systemKeys.nexttrack))
		.toBeNull();
	await press("pause");
	await press("seekto", { seekTime: 0 });
	await expect.poll(() => position(page)).toBe(0);
	await press("previoustrack");
	await expect.poll(async () => (await told()).title).toBe("Song 1");
});

test("after a reload the song waits at its second, and goes on without another play", async ({ publish, open }) => {
	const link = await publish("playlist", { songs: 3 });
	const shared = await open(link);
	const { page } = shared;
	await shared.play("Song 2");
	await expectPlaying(page);
	await page.keyboard.press("r");
	await page.keyboard.press("m");
	await page.getByRole("slider", { name: "Seek" }).focus();
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => position(page)).toBeGreaterThan(10);

	await page.reload();
	await expect(current(page)).toHaveText("Song 2");
	await expect(shared.button("Play")).toBeVisible();
	const slider = page.getByRole("slider", { name: "Seek" });
	await expect.poll(async () => Number(await slider.getAttribute("aria-valuenow"))).toBeGreaterThanOrEqual(10);
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	const plays: string[] = [];
	page.on("request", (request) => {
		if (request.url().endsWith("/play")) plays.push(request.url());
	});
	await shared.button("Play").click();
	await expectPlaying(page);
	expect(await position(page)).toBeGreaterThan(10);
	expect(plays).toEqual([]);
	await expect.poll(() => page.evaluate(() => document.querySelector("audio")?.volume)).toBe(0);
	await page.keyboard.press("q");
	await expect(shared.dialog("Up next").getByRole("button", { name: "Repeat: all songs" })).toBeVisible();
});

test("what somebody wrote into the browser's storage does no harm", async ({ publish, open, page }) => {
	const link = await publish("playlist", { songs: 2 });
	const shareId = link.split("/").at(-1) ?? "";
	await page.addInitScript((id) => {
		localStorage.setItem(`share_player_${id}`, '{"song":{"toString":1},"second":-7}');
		localStorage.setItem(`share_grants_${id}`, '{"sessionId":"","songs":{"1":"https://elsewhere.test/"}}');
		localStorage.setItem("player_volume", '{"volume":900}');
	}, shareId);
	const shared = await open(link);
	await shared.play("Song 1");
	await expectPlaying(page);
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
});

test("at 200 % zoom everything of the player is in reach", async ({ publish, open, page }) => {
	for (const size of [
		{ width: 640, height: 400 },
		{ width: 360, height: 480 },
	]) {
		await page.setViewportSize(size);
		const shared = await open(await publish("playlist", { songs: 3 }));
		await shared.play("Song 1");
		await expectPlaying(page);
		for (const name of ["Pause", "Next", "Up next"]) await expect(shared.button(name)).toBeInViewport();
		await shared.button("Up next").click();
		const queue = shared.dialog("Up next");
		await queue.getByRole("button", { name: "Remove Song 3 from up next" }).click();
		await queue.getByRole("button", { name: "Close" }).click();
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang).toBeLessThanOrEqual(0);
	}
});
