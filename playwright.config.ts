import { defineConfig } from "@playwright/test";

const specs = (names: string[]) => names.map((name) => `**/${name}.spec.ts`);
const ownersWays = specs([
	"accounts",
	"conflicts",
	"documents",
	"editors",
	"formats",
	"library",
	"lists-together",
	"long-lists",
	"whiteboard-tabs",
	"links",
	"owner",
	"policies-owner",
	"policies-together",
	"providers",
	"referrals",
	"rooms",
	"settings",
	"two-minutes",
	"uploads",
]);
const visitorsWays = specs([
	"chats",
	"lists",
	"notes",
	"sessions",
	"slideshow",
	"whiteboards",
	"early",
	"gapless",
	"gate",
	"guard",
	"listening",
	"live-pages",
	"offline",
	"player",
	"policies-visitor",
	"seed-003",
	"youtube",
]);

/** What is the same on every screen. */
const once = specs(["budget", "harness"]);

export default defineConfig({
	testDir: "e2e",
	testMatch: "**/*.spec.ts",
	globalSetup: "./e2e/support/e2e-server.ts",
	outputDir: "test-results/e2e",
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
	forbidOnly: true,
	fullyParallel: true,
	retries: 0,
	workers: 2,
	// A slow machine with a browser on each core is no fault of a test's.
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		browserName: "chromium",
		locale: "en-GB",
		screenshot: "only-on-failure",
		launchOptions: {
			// Set by `npm test`; without it Playwright looks for the browser that it downloads itself.
			executablePath: process.env.CHROMIUM || undefined,
			args: [
				...["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
				// A test presses play by script as often as by hand; Chromium would let the first press be silent.
				"--autoplay-policy=no-user-gesture-required",
				// Chromium's sandbox refuses to work for root, which is what containers run as.
				...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			],
		},
	},
	// Every page is looked at on both. What somebody does from beginning to end is done once: a visitor's way on a phone, an owner's on a wide screen, where those
	// who come to them bring phones.
	projects: [
		{
			name: "phone",
			testIgnore: ownersWays,
			use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
		},
		{ name: "wide", testIgnore: [...visitorsWays, ...once], use: { viewport: { width: 1280, height: 800 } } },
	],
});
