import { beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { hotLanes } from "../support/lanes";
import { roomInThis } from "../support/time-window";
import { sharePlaylist, songAt, Visitor } from "./visitor";

type Stats = { days: { date: string; views: number; plays: number }[]; referrers: { host: string; views: number }[]; signups: number };

const as = (owner: Account) => new Client(owner.url, { authorization: `Bearer ${owner.token}` });
const crawlers = [
	"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
	"WhatsApp/2.23.20.0",
	"Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
	"facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
];
const people = [
	"curl/8.5.0",
	"node",
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
];

async function counted(url: string) {
	const shared = await sharePlaylist(url, { songs: 2, owner: await Account.signUp(url) });
	const client = as(shared.owner);
	const { body } = await client.get<{ shares: { id: string }[] }>("/api/shares");
	const stats = async (query = "") => (await client.get<Stats>(`/api/shares/${body.shares[0]?.id}/stats${query}`)).body;
	const views = async () => (await stats()).days.at(-1)?.views;
	return { ...shared, client, stats, views };
}

describe.each(hotLanes)("counting on $name", ({ url }) => {
	// What is counted today is looked for today.
	beforeEach(() => roomInThis("day", 30));

	test("views are people who open the page or ask the API; not the owner, not crawlers", async () => {
		const { shareId, client, views } = await counted(url);
		for (const userAgent of people) await new Client(url, { "user-agent": userAgent }).post(`/api/open/${shareId}`);
		expect(await views()).toBe(3);
		await new Client(url).get(`/api/share/${shareId}`);
		expect(await views()).toBe(4);
		for (const userAgent of crawlers) {
			const crawler = new Client(url, { "user-agent": userAgent });
			expect((await crawler.post(`/api/open/${shareId}`)).status).toBe(204);
			expect((await crawler.get(`/api/share/${shareId}`)).status).toBe(200);
		}
		await client.post(`/api/open/${shareId}`);
		await client.get(`/api/share/${shareId}`);
		await new Client(url).ask("HEAD", `/api/share/${shareId}`);
		expect(await views()).toBe(4);
	});

	test("every day of the time asked for stands there, oldest first, and today has what happened", async () => {
		const { shareId, songs, stats } = await counted(url);
		await new Client(url).post(`/api/open/${shareId}`);
		const visitor = await Visitor.begin(url, shareId);
		await visitor.granted(songAt(songs, 1));
		await visitor.granted(songAt(songs, 1));
		const { days, signups } = await stats("?days=7");
		const today = new Date().toISOString().slice(0, 10);
		expect(days).toHaveLength(7);
		expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
		expect(days.at(-1)).toEqual({ date: today, views: 1, plays: 1 });
		expect(days.slice(0, 6).every(({ views, plays }) => views === 0 && plays === 0)).toBe(true);
		expect(signups).toBe(0);
		expect((await stats()).days).toHaveLength(30);
	});

	test.each(["0", "367", "x", "1.5"])("a number of days that cannot be is 400: %s", async (days) => {
		const { client } = await counted(url);
		const { body } = await client.get<{ shares: { id: string }[] }>("/api/shares");
		expect((await client.get(`/api/shares/${body.shares[0]?.id}/stats?days=${days}`)).status).toBe(400);
	});

	test("where views came from: other sites' hosts, and no host for the rest", async () => {
		const { shareId, stats } = await counted(url);
		const client = new Client(url);
		const open = (referrer: unknown) => client.post(`/api/open/${shareId}`, { referrer });
		await open("https://www.example.org/a/page?with=secrets");
		await open("http://EXAMPLE.org/");
		await open("android-app://org.example/");
		await open(`${url}/share/${shareId}`);
		await open("");
		await open("http://(other)/");
		await open("https://EXAMPLE.org./");
		await client.get(`/api/share/${shareId}`, { referer: "https://news.example.com/today" });
		expect((await stats()).referrers).toEqual([
			{ host: "", views: 4 },
			{ host: "example.org", views: 3 },
			{ host: "news.example.com", views: 1 },
		]);
	});

	test.each([5, [], {}, null, "not an address", "https://", "x".repeat(5000)])(
		"a view counts whatever is said about where it came from: %j",
		async (referrer) => {
			const { shareId, views } = await counted(url);
			expect((await new Client(url).post(`/api/open/${shareId}`, { referrer })).status).toBe(204);
			expect(await views()).toBe(1);
		},
	);
});
