import type { Page } from "@playwright/test";

/** Keeps the toast that says this: it goes after some seconds, but not while the pointer is over it. */
export async function hold(page: Page, text: string | RegExp): Promise<void> {
	await page
		.getByRole("region", { name: /^Notifications/ })
		.getByRole("listitem")
		.filter({ hasText: text })
		.hover();
}
