import { test as base, expect, type Page } from "@playwright/test";
import { Account, type Song } from "./account";
import { waitForLife } from "./alive";
import { urlOf } from "./e2e-server";
import { SharePage, songTitle } from "./share-page";
import { Troubles } from "./troubles";

export { expectNoAxeViolations, expectSound } from "./axe";
export { expect };

type Published = {
	/** How many songs a playlist gets. */
	songs?: number;
	/** Whose it is; a fresh account unless said otherwise. */
	owner?: Account;
	title?: string;
};

type Fixtures = {
	/** The server's address. */
	url: string;
	/** Signs somebody new up, through the API. */
	signUp(options?: { name?: string; referralCode?: string }): Promise<Account>;
	/** A fresh account, for tests that need one. */
	api: Account;
	/** Makes something of this kind, shares it and answers the link. */
	publish(kind: "playlist" | "song", options?: Published): Promise<string>;
	/** Opens a link in the test's own browser, as an anonymous visitor unless it signed in before. */
	open(link: string): Promise<SharePage>;
	/** Signs this account in on the page's browser. */
	signIn(page: Page, account: Account): Promise<void>;
	/** A page in a browser of its own, with its own cookies: somebody else. */
	somebodyElse(): Promise<Page>;
	/** Every test fails on console errors, uncaught errors and CSP violations that it did not allow here beforehand. */
	troubles: Troubles;
};

/** Long enough that no song ends, and the next one starts by itself, while a test looks on. */
const songSeconds = 20;

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from this pattern.
	url: async ({}, use, { project }) => {
		const url = process.env[urlOf(project.name)];
		if (!url) throw new Error("the global setup did not start a server for this project");
		await use(url);
	},
	baseURL: async ({ url }, use) => use(url),
	context: async ({ context }, use) => {
		waitForLife(context);
		await use(context);
	},
	signUp: async ({ url }, use) => use((options) => Account.signUp(url, options)),
	api: async ({ signUp }, use) => use(await signUp()),

	publish: async ({ signUp }, use) => {
		await use(async (kind, { songs: count = 1, owner, title = "Night drive" } = {}) => {
			const account = owner ?? (await signUp({ name: "Ada" }));
			const titles = kind === "song" ? [title] : Array.from({ length: count }, (_, index) => songTitle(index + 1));
			const songs: Song[] = [];
			for (const each of titles) songs.push(await account.upload({ title: each, artist: "Mira Holt", seconds: songSeconds }));
			const item = kind === "song" ? songs[0] : await account.playlist(title, songs);
			if (!item) throw new Error("there is nothing to share");
			return (await account.share(kind, item.id)).shareUrl;
		});
	},

	open: async ({ page }, use) => {
		await use(async (link) => {
			await page.goto(link);
			return new SharePage(page);
		});
	},

	// biome-ignore lint/correctness/noEmptyPattern: as above.
	signIn: async ({}, use) => {
		await use(async (page, { url, user, password }) => {
			const { csrfToken } = await (await page.request.get(`${url}/api/auth/csrf`)).json();
			const form = { csrfToken, email: user.email, password, json: "true", callbackUrl: url };
			const answer = await page.request.post(`${url}/api/auth/callback/credentials`, { form });
			expect(answer.status(), "signing in").toBe(200);
		});
	},

	somebodyElse: async ({ browser, troubles }, use) => {
		const opened: Page[] = [];
		await use(async () => {
			const context = await browser.newContext();
			waitForLife(context);
			await troubles.watch(context);
			const page = await context.newPage();
			opened.push(page);
			return page;
		});
		await Promise.all(opened.map((page) => page.context().close()));
	},

	troubles: [
		async ({ context }, use) => {
			const troubles = new Troubles();
			await troubles.watch(context);
			await use(troubles);
			expect(troubles.unexpected(), "errors in the browser's console").toEqual([]);
		},
		{ auto: true },
	],
});
