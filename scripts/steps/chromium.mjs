// The browser of the end-to-end tests: one that is here, else one that can be had.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { within } from "./paths.mjs";
import { Complaint, run, runNode, step } from "./run.mjs";

const minute = 60_000;
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const executable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** The system's browser: the one that CHROMIUM names, else the first on the PATH, else null. */
export function systemChromium({ CHROMIUM, PATH = "" } = process.env) {
	if (CHROMIUM) {
		if (!executable(CHROMIUM)) throw new Complaint(`CHROMIUM is ${CHROMIUM}, which is not a program.`);
		return CHROMIUM;
	}
	const files = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return files.find(executable) ?? null;
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
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		await step("Installing Debian's Chromium", async () => {
			await run("apt-get", ["update"], { env, timeout: 3 * minute });
			await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env, timeout: 10 * minute });
		});
	}
	const installed = systemChromium();
	if (installed) return installed;
	throw new Complaint(`The end-to-end tests need a Chromium and none could be downloaded. Install one, for example
  Debian:  apt-get install chromium
  any:     npx playwright install --with-deps chromium
or name an existing one: CHROMIUM=/path/to/chrome npm test`);
}
