// Movie rooms as people use them: several browsers, one of them a phone, from the code to the list that is kept.
import {
	ballot,
	choosePairs,
	createRoom,
	expectNothingSticksOut,
	expectSoundAsItIs,
	film,
	joinByCode,
	joinByLink,
	pressThrough,
	start,
	typeTitles,
} from "./support/room-pages";
import { expect, test } from "./support/test";

const phone = { width: 360, height: 740 };
const results = (title: string) => ({ name: title, level: 1 }) as const;

test("three people find a film, and the host keeps it as a list", async ({ page: ada, somebodyElse, url, api, signIn }) => {
	test.slow();
	const [bo, cy] = [await somebodyElse(), await somebodyElse()];
	await cy.setViewportSize(phone);
	await signIn(ada, api);
	const code = await createRoom(ada, "Ada");
	await joinByCode(bo, url, code, "Bo");
	await expect(ada.getByRole("list", { name: "People" })).toContainText("Bo");
	await expect(start(ada)).toBeDisabled();

	// From the catalogue and typed; what was taken off comes back.
	const catalogue = ada.getByRole("list", { name: "Catalogue" });
	await ada.getByLabel("Find a movie").fill("safety last");
	await catalogue.getByRole("button", { name: "Add Safety Last!" }).click();
	await expect(ada.getByText("One more movie, and you can start.")).toBeVisible();
	await typeTitles(ada, "The Kid (1921)", "Our own film", "Out of place");
	await ada.getByRole("button", { name: "Remove ⁨Our own film⁩" }).click();
	await expect(ballot(ada)).toHaveCount(3);
	await ada.getByRole("button", { name: "Undo" }).click();
	await ada.getByRole("button", { name: "Remove ⁨Out of place⁩" }).click();
	await expect(ballot(bo)).toHaveText([/^Safety Last!1923/, /^The Kid/, "Our own film"]);

	await bo.getByRole("button", { name: "Chat" }).click();
	await bo.getByRole("textbox", { name: "Message" }).fill("Something short?");
	await bo.keyboard.press("Enter");
	await ada.getByRole("button", { name: "Chat, 1 new" }).click();
	await expect(ada.getByRole("region", { name: "Messages" })).toContainText("Something short?");
	for (const page of [ada, bo]) await page.keyboard.press("Escape");
	for (const page of [ada, bo]) await expect(page.getByRole("dialog")).toHaveCount(0);

	await start(ada).click();
	await expect(film(bo, "Safety Last!")).toBeVisible();
	await joinByLink(cy, url, code, "Cy");
	await pressThrough(ada, [
		["Safety Last!", "5"],
		["The Kid", "2"],
	]);
	await expect(bo.getByText("1 of 3 have voted")).toBeVisible();
	await ada.keyboard.press("u");
	await expect(film(ada, "The Kid")).toBeVisible();
	await expect(ada.getByText("0 of 3 have voted")).toBeVisible();
	await pressThrough(ada, [
		["The Kid", "3"],
		["Our own film", "4"],
	]);
	await expect(ada.getByText("Still voting: ⁨Bo⁩ and ⁨Cy⁩")).toBeVisible();

	await bo.getByRole("button", { name: "4 Good" }).click();
	await bo.getByRole("button", { name: "1 Never" }).click();
	await bo.getByRole("button", { name: "2 of 3: ⁨The Kid⁩, voted" }).click();
	await expect(bo.getByRole("button", { name: "1 Never" })).toHaveAttribute("aria-pressed", "true");
	await bo.getByRole("button", { name: "5 Love it" }).click();
	await bo.getByRole("button", { name: "2 Meh" }).click();
	await expect(ada.getByText("Still voting: ⁨Cy⁩")).toBeVisible();

	// Whoever reloads is who they were.
	await cy.getByRole("button", { name: "5 Love it" }).click();
	await expect(film(cy, "The Kid")).toBeVisible();
	await cy.reload();
	await expect(film(cy, "The Kid")).toBeVisible();
	await expect(cy.getByRole("button", { name: "3 people here" })).toBeVisible();
	await cy.getByRole("button", { name: "1 Never" }).click();
	await expect(film(cy, "Our own film")).toBeVisible();

	await expectSoundAsItIs(ada);
	await expectSoundAsItIs(cy);
	await ada.getByRole("button", { name: "Show results" }).click();
	await ada.getByRole("alertdialog").getByRole("button", { name: "Show results" }).click();
	for (const page of [ada, bo, cy]) await expect(page.getByRole("heading", results("Safety Last!"))).toBeVisible();
	await expect(cy.getByRole("list", { name: "Ranking" }).getByRole("listitem").first()).toContainText("92 %");
	await expect(cy.getByRole("list", { name: "Ranking" })).toContainText("1 veto");

	await ada.getByRole("button", { name: "Save as a list" }).click();
	await bo.getByRole("link", { name: "Open the list" }).click();
	await expect(bo.getByText("1. Safety Last! (1923): 92 %")).toBeVisible();

	await ada.getByRole("button", { name: "Play again" }).click();
	await expect(film(cy, "Safety Last!")).toBeVisible();
	await expect(cy.getByText("0 of 2 have voted")).toBeVisible();
});

test("three people play a tournament to its champion", async ({ page: ada, somebodyElse, url }) => {
	test.slow();
	const [bo, cy] = [await somebodyElse(), await somebodyElse()];
	await cy.setViewportSize(phone);
	const code = await createRoom(ada, "Ada");
	await joinByLink(bo, url, code, "Bo");
	const best = ["Metropolis", "Nosferatu", "Sherlock Jr.", "The Kid", "Safety Last!"];
	await typeTitles(ada, ...best);
	await ada.getByRole("radio", { name: "Tournament" }).click();
	await start(ada).click();

	await joinByLink(cy, url, code, "Cy");
	await choosePairs(cy, 2, best);
	await choosePairs(ada, 2, best);
	await expect(ada.getByText("Waiting for ⁨Bo⁩")).toBeVisible();
	await ada.getByRole("button", { name: "Undo" }).click();
	await expect(ada.getByText("Pair 2 of 2")).toBeVisible();
	await expect(ada.locator("main button[aria-pressed=true]")).toHaveCount(0);
	await choosePairs(bo, 2, best);
	await expect(bo.getByText("Waiting for ⁨Ada⁩")).toBeVisible();
	await ada.keyboard.press("1");

	await expect(ada.getByRole("heading", { level: 1, name: "Round 2" })).toBeVisible();
	await expect(ada.getByRole("region", { name: "Bracket" })).toContainText("Goes on without a vote");
	await expectSoundAsItIs(ada);
	await expectSoundAsItIs(cy);
	await choosePairs(ada, 1, best);
	await ada.getByRole("button", { name: "Close this round" }).click();
	await ada.getByRole("button", { name: "Close the round" }).click();

	for (const page of [ada, bo, cy]) await expect(page.getByRole("heading", { level: 1, name: "Final" })).toBeVisible();
	for (const page of [ada, bo, cy]) await choosePairs(page, 1, best);
	for (const page of [ada, bo, cy]) await expect(page.getByText("The champion")).toBeVisible();
	await expect(ada.getByRole("list", { name: "Ranking" }).getByRole("listitem")).toHaveCount(5);
	await expectSoundAsItIs(ada);
	await expectSoundAsItIs(cy);

	await ada.getByRole("button", { name: "Change the movies" }).click();
	await expect(ballot(bo)).toHaveCount(5);
});

test("the host hands the room over, leaves it, and comes back", async ({ page: ada, somebodyElse, url }) => {
	const bo = await somebodyElse();
	const code = await createRoom(ada, "Ada");
	await joinByLink(bo, url, code, "Bo");
	await typeTitles(ada, "The Kid", "Nosferatu");
	await ada.getByRole("button", { name: "Make host Bo" }).click();
	await expect(bo.getByRole("status", { name: "What happens" })).toContainText("You are the host now.");
	await expect(ada.getByRole("status", { name: "What happens" })).toContainText("is the host now.");
	await expect(ballot(bo)).toHaveCount(2);
	await ada.getByRole("button", { name: "Room menu" }).click();
	await ada.getByRole("menuitem", { name: "Leave room" }).click();
	await expect(ada.getByRole("heading", { name: "You left the room" })).toBeVisible();
	await expect(bo.getByRole("button", { name: "1 person here" })).toBeVisible();
	await start(bo).click();
	await ada.getByRole("button", { name: "Come back" }).click();
	await expect(film(ada, "The Kid")).toBeVisible();
	await expect(bo.getByRole("button", { name: "2 people here" })).toBeVisible();
	await expect(ada.getByRole("button", { name: "Room menu" })).toBeVisible();
});

test("a line that breaks comes back by itself, as the same person", async ({ page }) => {
	test.slow();
	const lines: { close(): Promise<void> }[] = [];
	let isUp = Promise.resolve();
	await page.routeWebSocket(/socket\.io/, async (line) => {
		await isUp;
		lines.push(line);
		line.connectToServer();
	});
	await createRoom(page, "Ada");
	let mend = () => {};
	isUp = new Promise((resolve) => {
		mend = resolve;
	});
	for (const line of lines.splice(0)) await line.close();
	await expect(page.getByText("Reconnecting…")).toBeVisible();
	await expectSoundAsItIs(page);
	mend();
	await expect(page.getByText("Reconnecting…")).toHaveCount(0);
	await typeTitles(page, "The Kid", "Nosferatu");
	await start(page).click();
	await expect(film(page, "The Kid")).toBeVisible();
	await expect(page.getByRole("button", { name: "1 person here" })).toBeVisible();

	isUp = new Promise((resolve) => {
		mend = resolve;
	});
	await page.reload();
	await expect(page.getByText("Still connecting…")).toBeVisible();
	await expectSoundAsItIs(page);
	mend();
	await expect(film(page, "The Kid")).toBeVisible();
	await expect(page.getByRole("button", { name: "1 person here" })).toBeVisible();
});

test("whoever is not known any more is asked for a name again", async ({ page, somebodyElse, url }) => {
	const code = await createRoom(await somebodyElse(), "Ada");
	await page.goto("/room");
	await page.evaluate((key) => localStorage.setItem(key, JSON.stringify({ participantToken: "p1.stale", name: "Bo" })), `room_${code}`);
	await joinByLink(page, url, code, "Bo");
	await expect(page.getByRole("list", { name: "People" })).toContainText("Bo (you)");
});

test("what everybody would like fills the ballot", async ({ page: ada, somebodyElse, url }) => {
	const bo = await somebodyElse();
	const code = await createRoom(ada, "Ada");
	await joinByLink(bo, url, code, "Bo");
	await bo.getByRole("toolbar", { name: "Genres you like" }).getByRole("button", { name: "Comedy" }).click();
	await bo.getByLabel("To year").fill("1930");
	await expect(ada.getByText("Everybody together: Comedy · until 1930")).toBeVisible();
	await ada.getByRole("button", { name: "Fill from everybody’s preferences" }).click();
	await expect(ballot(bo).first()).toContainText("Comedy");
	await bo.reload();
	await expect(bo.getByLabel("To year")).toHaveValue("1930");
	await expect(bo.getByRole("button", { name: "Comedy", pressed: true })).toBeVisible();
});

test("one's own list is a ballot", async ({ page, api, signIn }) => {
	const items = ["Safety Last! (1923)", "The Kid"].map((text, at) => ({ id: `i${at}`, text, completed: false }));
	await api.send("POST", "/api/lists", { title: "Silent ones", items });
	await signIn(page, api);
	await page.goto("/dashboard");
	await page.getByRole("button", { name: "New", exact: true }).click();
	await page.getByRole("menuitem", { name: "Movie room" }).click();
	await expect(page).toHaveURL(/\/room$/);
	await createRoom(page, "Ada");
	await page.getByRole("radio", { name: "From a list" }).click();
	await page.getByRole("button", { name: "Use Silent ones" }).click();
	await expect(ballot(page)).toHaveText([/^Safety Last!1923/, "The Kid"]);
	await expectSoundAsItIs(page);
});

test("codes that are no room's are told calmly", async ({ page, troubles }) => {
	troubles.allow(/status of 404/);
	await page.goto("/");
	await page.getByRole("link", { name: "Join a room" }).click();
	await page.getByLabel("Room code").fill("999 999");
	await expect(page.getByRole("alert").getByText("There is no room with this code.")).toBeVisible();
	await expectSoundAsItIs(page);
	const answer = await page.goto("/room/999999");
	expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
	await expect(page.getByRole("heading", { name: "This room is not there" })).toBeVisible();
	await expectSoundAsItIs(page);
});

test("rooms hold hostile names and titles", async ({ page: ada, somebodyElse, url }) => {
	// Fifty films, and a vote on each.
	test.setTimeout(150_000);
	const bo = await somebodyElse();
	await bo.setViewportSize(phone);
	const code = await createRoom(ada, "w".repeat(20));
	await bo.goto(`${url}/room/${code}`);
	await expect(bo.getByLabel("Your name")).toBeVisible();
	await expectSoundAsItIs(bo);
	await joinByLink(bo, url, code, "أغنية القطار 👩‍👩‍👧‍👦");
	const titles = ["w".repeat(120), "أغنية القطار الأخير", "👩‍👩‍👧‍👦🎹".repeat(4), '<script>alert("x")</script> {{7*7}} %s'];
	await typeTitles(ada, ...titles, ...Array.from({ length: 46 }, (_, at) => `Film ${at}`));
	await expect(ballot(bo)).toHaveCount(50);
	await bo.getByRole("button", { name: "Chat" }).click();
	await bo.getByRole("textbox", { name: "Message" }).fill("w".repeat(300));
	await bo.keyboard.press("Enter");
	await expect(bo.getByRole("region", { name: "Messages" })).toContainText("www");
	await expectSoundAsItIs(bo);
	await bo.keyboard.press("Escape");
	for (const page of [ada, bo]) await expectSoundAsItIs(page);

	await start(ada).click();
	for (const title of titles) {
		await expect(film(bo, title)).toBeVisible();
		await expectNothingSticksOut(bo);
		await bo.keyboard.press("4");
	}
	await ada.getByRole("button", { name: "50 of 50: ⁨Film 45⁩" }).click();
	await expectSoundAsItIs(ada);
	await ada.getByRole("button", { name: "2 people here" }).click();
	await ada.getByRole("button", { name: /^Make host/ }).click();
	await ada.keyboard.press("Escape");
	for (let left = 46; left > 0; left--) await bo.keyboard.press("3");
	await expect(bo.getByText(/^Still voting/)).toBeVisible();
	// One vote is sent after the other, and the results wait for the last.
	await expect(ada.getByText("1 of 2 have voted")).toBeVisible({ timeout: 30_000 });
	await bo.getByRole("button", { name: "Show results" }).click();
	await bo.getByRole("alertdialog").getByRole("button", { name: "Show results" }).click();
	await expect(film(bo, titles[0] ?? "")).toBeVisible();
	await expectSoundAsItIs(bo);
});
