// Two tabs on one thing: nobody's change is lost silently, and nobody is asked without need.
import type { Page } from "@playwright/test";
import type { Account } from "./support/account";
import { expect, expectNoAxeViolations, test } from "./support/test";

test.beforeEach(({ troubles }) => troubles.allow(/status of (412|404)/));

async function opened(page: Page, api: Account, signIn: (page: Page, account: Account) => Promise<void>) {
	const songs = [];
	for (const title of ["One", "Two", "Three"]) songs.push(await api.upload({ title, seconds: 0.1 }));
	const { id } = await api.playlist("Before", songs);
	await signIn(page, api);
	await page.goto(`/dashboard/playlist/${id}`);
	const path = `/api/playlists/${id}`;
	const stored = async () => (await (await api.fetch(path)).json()).data;
	return {
		elsewhere: (changes: object) => api.send("PATCH", path, changes),
		remove: () => api.fetch(path, { method: "DELETE" }),
		name: async () => (await stored()).name,
		songs: async () => (await stored()).songs.map(({ title }: { title: string }) => title),
		ids: songs.map((song) => song.id),
	};
}

test("what was changed elsewhere is shown, and both changes are kept", async ({ page, api, signIn }) => {
	const { elsewhere, ids, name, songs } = await opened(page, api, signIn);
	await elsewhere({ songs: ids.slice(0, 1), description: "By train" });
	await page.getByLabel("Name").fill("After");
	await expect.poll(name).toBe("After");
	await expect(page.getByText("Saved")).toBeVisible();
	await expect(page.getByLabel("Description")).toHaveValue("By train");
	await expect(page.getByRole("heading", { name: "1 song" })).toBeVisible();
	expect(await songs()).toEqual(["One"]);
});

test("where both changed the same, one chooses: mine", async ({ page, api, signIn }) => {
	const { elsewhere, name } = await opened(page, api, signIn);
	await elsewhere({ name: "Theirs" });
	await page.getByLabel("Name").fill("Mine");
	await expect(page.getByText("Changed elsewhere meanwhile.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Keep mine" })).toBeInViewport();
	await expectNoAxeViolations(page);
	expect(await name()).toBe("Theirs");
	await page.getByRole("button", { name: "Keep mine" }).click();
	await expect.poll(name).toBe("Mine");
	await expect(page.getByText("Saved")).toBeVisible();
});

test("where both changed the same, one chooses: theirs", async ({ page, api, signIn }) => {
	const { elsewhere, ids, name, songs } = await opened(page, api, signIn);
	await elsewhere({ songs: [...ids].reverse() });
	await page.getByRole("button", { name: "More for Three" }).click();
	await page.getByRole("menuitem", { name: "Move up" }).click();
	await page.getByRole("button", { name: "Load that version" }).click();
	await expect(page.getByText("Saved")).toBeVisible();
	await expect(page.getByRole("listitem").filter({ hasText: "Three" }).first()).toContainText("1");
	expect(await songs()).toEqual(["Three", "Two", "One"]);
	await page.getByLabel("Name").fill("After");
	await expect.poll(name).toBe("After");
});

test("a change of the cover in between is no conflict", async ({ page, api, signIn }) => {
	const { name } = await opened(page, api, signIn);
	const cover = Buffer.from("R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
	await page.getByLabel("Cover picture").setInputFiles({ name: "cover.gif", mimeType: "image/gif", buffer: cover });
	await expect(page.getByText("Cover saved")).toBeVisible();
	await page.getByLabel("Name").fill("After");
	await expect.poll(name).toBe("After");
	await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("what was deleted elsewhere is told", async ({ page, api, signIn }) => {
	const { remove } = await opened(page, api, signIn);
	await remove();
	await page.getByLabel("Name").fill("After");
	await expect(page.getByText("Deleted elsewhere meanwhile.")).toBeVisible();
});

test("what was typed without a network is saved when it is back", async ({ page, api, signIn, context, troubles }) => {
	troubles.allow(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	const { name } = await opened(page, api, signIn);
	await context.setOffline(true);
	await page.getByLabel("Name").fill("After");
	await expect(page.getByText("Not saved.")).toBeInViewport();
	await context.setOffline(false);
	await expect.poll(name).toBe("After");
	await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});
