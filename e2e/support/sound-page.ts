import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations } from "./axe";

/** The page in light and dark: axe finds nothing, and nothing sticks out at its side. */
export async function expectSound(page: Page, path: string): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await page.goto(path);
		await expect(page.getByRole("heading").first()).toBeVisible();
		await expectNoAxeViolations(page);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(overhang, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	}
}
