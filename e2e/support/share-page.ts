import type { Locator, Page } from "@playwright/test";

/** The title of the song that `publish` puts at this place, from 1. */
export const songTitle = (place: number) => `Song ${place}`;

/** A share page as a visitor sees it. */
export class SharePage {
	private played = 0;

	constructor(readonly page: Page) {}

	/** "2 plays remaining", once there is something to say. */
	get playsLeft(): Locator {
		return this.page.getByText(/^(No|\d+) plays? remaining$/);
	}

	/** The bar at the foot of the page. */
	get bar(): Locator {
		return this.page.getByRole("region", { name: "Player" });
	}

	/** A button of the bar. */
	button(name: string | RegExp): Locator {
		return this.bar.getByRole("button", { name, exact: true });
	}

	dialog(name: string): Locator {
		return this.page.getByRole("dialog", { name });
	}

	/** Presses play on the song with this title. */
	async play(title: string): Promise<void> {
		await this.page.getByRole("button", { name: `Play ${title}`, exact: true }).click();
	}

	/** Presses play on the song after the one this page played last, the first one to begin with. */
	async playNext(): Promise<void> {
		this.played += 1;
		await this.play(songTitle(this.played));
	}
}
