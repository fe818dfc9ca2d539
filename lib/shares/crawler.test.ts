import crawlers from "crawler-user-agents";
import { describe, expect, test } from "vitest";
import { isCrawler } from "./crawler";

const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)";

describe("isCrawler", () => {
	test.each([
		["a search engine", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
		["Facebook and WhatsApp on iOS", `${browser} facebookexternalhit/1.1 Facebot Twitterbot/1.0`],
		["WhatsApp", "WhatsApp/2.23.20.0"],
		["Telegram", "TelegramBot (like TwitterBot)"],
		["Slack", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"],
		["Discord", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"],
		["Skype", `${browser} SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com`],
		["LinkedIn", "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)"],
		["Mastodon", "http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.example/) Bot"],
		["one that nobody knows yet", "Tomorrowbot/1.0 (+https://tomorrow.example)"],
	])("%s looks for others", (_who, userAgent) => expect(isCrawler(userAgent)).toBe(true));

	test.each([
		["a browser", `${browser} Chrome/140.0.0.0 Safari/537.36`],
		["a browser in a test", `${browser} HeadlessChrome/140.0.0.0 Safari/537.36`],
		["an iPhone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1"],
		["a phone by Cubot", "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/98.0 Mobile Safari/537.36"],
		["Facebook's own browser", `${browser} Chrome/140.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/450.0.0.0.0;]`],
		["curl", "curl/8.5.0"],
		["node", "node"],
		["a script", "python-requests/2.32"],
		["nobody in particular", ""],
	])("%s is a person", (_who, userAgent) => expect(isCrawler(userAgent)).toBe(false));

	test("everything that the list shows of a crawler is one", () => {
		const isTool = (tags: string[]) => tags.includes("http-library") || tags.includes("browser-automation");
		const shown = (crawlers as { instances: string[]; tags?: string[] }[]).filter(({ tags = [] }) => !isTool(tags));
		expect(shown.flatMap(({ instances }) => instances).filter((userAgent) => !isCrawler(userAgent))).toEqual([]);
	});

	test("a user agent of any length is answered", () => {
		expect(isCrawler("a".repeat(100_000))).toBe(false);
	});
});
