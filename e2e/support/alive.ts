import type { BrowserContext, Page } from "@playwright/test";

/**
 * Waits until the page's script has taken over everything that can be pressed or typed into: what is done before that may be lost. `goto` and `reload` wait
 * by themselves; this is for pages to which a press led.
 */
export async function alive(page: Page): Promise<void> {
	const isAlive = () => {
		// Nothing of ours: there is no script to wait for.
		if (!document.querySelector('script[src^="/_next/"]')) return true;
		const taken = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
		// The body is the last that is taken over, but for what is streamed into the page.
		return [document.body, ...document.querySelectorAll("button, input, select, textarea")].every(taken);
	};
	// By the clock and not by frames: a page behind another tab draws none.
	await page.waitForFunction(isAlive, undefined, { polling: 50 });
}

/** Makes `goto` and `reload` of each page that this context will have end when that page is alive. */
export function waitForLife(context: BrowserContext): void {
	context.on("page", (page) => {
		const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
		page.goto = async (...to) => {
			const answer = await goto(...to);
			await alive(page);
			return answer;
		};
		page.reload = async (...how) => {
			const answer = await reload(...how);
			await alive(page);
			return answer;
		};
	});
}

/** Keeps a page's scripts back, as a slow line does, until what this answers is called. */
export async function holdScripts(page: Page): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((done) => {
		release = done;
	});
	await page.route("**/_next/static/**/*.js", async (route) => {
		await held;
		await route.continue();
	});
	return release;
}
