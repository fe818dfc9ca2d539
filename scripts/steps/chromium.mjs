// The browser of the end-to-end tests: one that is here, else one that can be had.
import { existsSync } from "node:fs";
import { within } from "./paths.mjs";
import { debianPackages, executable, onPath } from "./programs.mjs";
import { Complaint, runNode, step } from "./run.mjs";

const minute = 60_000;
/** The headless shell is the same engine without the windows of a browser: the tests take three quarters of the time in it. */
const headless = "chromium-headless-shell";
const names = [headless, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's browser: the one that CHROMIUM names, else one on the PATH, else null. */
export function systemChromium({ CHROMIUM, PATH = "" } = process.env) {
	if (CHROMIUM) {
		if (!executable(CHROMIUM)) throw new Complaint(`CHROMIUM is ${CHROMIUM}, which is not a program.`);
		return CHROMIUM;
	}
	return names.flatMap((name) => onPath(name, PATH)).find(executable) ?? null;
}

/** The one that Playwright downloaded before, or null. */
async function playwrightsChromium() {
	const { chromium } = await import("@playwright/test");
	const file = chromium.executablePath();
	return existsSync(file) ? file : null;
}

/** The path of a Chromium; gets one when there is none. Throws a Complaint that says what to install. */
export async function chromium() {
	const here = systemChromium() ?? (await playwrightsChromium());
	if (here) return here;
	await step("Downloading Chromium", () =>
		runNode([within("node_modules/@playwright/test/cli.js"), "install", "chromium"], { timeout: 3 * minute }),
	);
	const downloaded = await playwrightsChromium();
	if (downloaded) return downloaded;
	for (const name of [headless, "chromium"]) {
		await debianPackages(name);
		const installed = systemChromium();
		if (installed) return installed;
	}
	throw new Complaint(`The end-to-end tests need a Chromium and none could be downloaded. Install one, for example
  Debian:  apt-get install chromium-headless-shell
  any:     npx playwright install --with-deps chromium
or name an existing one: CHROMIUM=/path/to/chrome npm test`);
}
