import { expect, test } from "./support/test";

// What the document of family 003 says of pages; contract/seed-003.test.ts says where its other lines are tested.

test("a session is kept in the browser under the link's own key, and taken up again", async ({ page, publish, open }) => {
	const link = await publish("playlist", { songs: 4 });
	const shareId = link.split("/").at(-1) ?? "";
	expect(link).toBe(`${new URL(link).origin}/share/${shareId}`);
	const shared = await open(link);
	await shared.playNext();
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	const kept = () => page.evaluate((key) => localStorage.getItem(key), `share_session_${shareId}`);
	const session = await kept();
	expect(session).toMatch(/^[0-9a-f]{32}$/);
	await page.reload();
	await expect(shared.playsLeft).toHaveText("2 plays remaining");
	expect(await kept()).toBe(session);
});
