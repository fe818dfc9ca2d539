import type { Page } from "@playwright/test";

/** Waits until what moves, or changes its colour, has come to rest: what is measured on its way is neither one nor the other. What takes longer than a second goes on. */
export async function atRest(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const isShort = ({ effect, playState }: Animation) => playState === "running" && Number(effect?.getComputedTiming().endTime) <= 1_000;
		await Promise.allSettled(
			document
				.getAnimations()
				.filter(isShort)
				.map(({ finished }) => finished),
		);
	});
}
