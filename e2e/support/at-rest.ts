import type { Page } from "@playwright/test";

/**
 * In the page: resolves when what moves, or changes its colour, has come to rest; what takes longer than a second goes on. Whatever follows without waiting
 * for anything else sees the page at rest.
 */
export const resting = async () => {
	const isShort = ({ effect, playState }: Animation) => playState === "running" && Number(effect?.getComputedTiming().endTime) <= 1_000;
	for (;;) {
		const moving = document.getAnimations().filter(isShort);
		if (moving.length === 0) return;
		await Promise.allSettled(moving.map(({ finished }) => finished));
	}
};

/** Waits until the page has come to rest: what is measured on its way is neither one nor the other. */
export async function atRest(page: Page): Promise<void> {
	await page.evaluate(resting);
}
