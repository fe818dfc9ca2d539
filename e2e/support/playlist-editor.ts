import type { Page } from "@playwright/test";
import type { Account } from "./account";

export const handle = (page: Page, title: string) => page.getByRole("button", { name: `Move ${title}`, exact: true });
export const announced = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** What the server has: the playlist's name and its songs in order. */
export async function stored(api: Account, id: string): Promise<string[]> {
	const { data } = await (await api.fetch(`/api/playlists/${id}`)).json();
	return [data.name, ...data.songs.map(({ title }: { title: string }) => title)];
}

/** Opens the editor of a playlist of three songs; answers its id. */
export async function threeSongs(page: Page, api: Account, signIn: (page: Page, account: Account) => Promise<void>) {
	const songs = [];
	for (const title of ["One", "Two", "Three"]) songs.push(await api.upload({ title }));
	const playlist = await api.playlist("Before", songs);
	await signIn(page, api);
	await page.goto(`/dashboard/playlist/${playlist.id}`);
	return playlist.id;
}
