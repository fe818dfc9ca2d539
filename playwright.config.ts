import { defineConfig } from "@playwright/test";

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
	timeout: 30_000,
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
	projects: [
		{ name: "phone", use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
		{ name: "wide", use: { viewport: { width: 1280, height: 800 } } },
	],
});
