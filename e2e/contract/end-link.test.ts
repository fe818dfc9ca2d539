import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { waysIn } from "../support/credentials";
import { lanes } from "../support/lanes";
import { failure, signedOut } from "./shapes";
import { sharePlaylist, songAt, Visitor } from "./visitor";

const ended = { success: true, message: "Share link deactivated successfully" };

describe.each(lanes)("ending a link on $name", ({ url }) => {
	describe.each(waysIn)("with $way", ({ signIn }) => {
		test("the owner ends it, once", async () => {
			const { owner, shareId } = await sharePlaylist(url, { songs: 1 });
			const client = await signIn(owner);
			const answer = await client.delete(`/api/share/${shareId}`);
			expect([answer.status, answer.body]).toEqual([200, ended]);
			const again = await client.delete(`/api/share/${shareId}`);
			expect([again.status, again.body]).toEqual([404, failure("Share not found")]);
		});

		test("nobody else does, and it stays open", async () => {
			const { shareId } = await sharePlaylist(url, { songs: 1 });
			const stranger = await signIn(await Account.signUp(url));
			const answer = await stranger.delete(`/api/share/${shareId}`);
			expect([answer.status, answer.body]).toEqual([403, failure("You can only delete your own shares")]);
			expect((await stranger.get(`/api/share/${shareId}`)).status).toBe(200);
		});

		test("an unknown code is 404", async () => {
			const client = await signIn(await Account.signUp(url));
			const answer = await client.delete("/api/share/0123456789abcdef");
			expect([answer.status, answer.body]).toEqual([404, failure("Share not found")]);
		});
	});

	test("without credentials it is 401, whether the link is there or not", async () => {
		const { shareId } = await sharePlaylist(url, { songs: 1 });
		for (const code of [shareId, "0123456789abcdef"]) {
			const answer = await new Client(url).delete(`/api/share/${code}`);
			expect([answer.status, answer.body]).toEqual([401, signedOut]);
		}
		expect((await new Client(url).get(`/api/share/${shareId}`)).status).toBe(200);
	});

	test("an ended link is gone for everybody, the owner too", async () => {
		const { owner, songs, shareId } = await sharePlaylist(url, { songs: 1 });
		const visitor = await Visitor.begin(url, shareId);
		const stream = await visitor.granted(songAt(songs, 1));
		await owner.fetch(`/api/share/${shareId}`, { method: "DELETE" });

		const callers = [new Client(url), new Client(url, { authorization: `Bearer ${owner.token}` })];
		for (const caller of callers) {
			const page = await caller.get(`/api/share/${shareId}`);
			expect([page.status, page.body]).toEqual([404, failure("Share link not found or has expired")]);
			const gone = failure("Share link not found");
			const session = await caller.post(`/api/share/${shareId}/session`, { existingSessionId: visitor.sessionId });
			expect([session.status, session.body]).toEqual([404, gone]);
			const status = await caller.get(`/api/share/${shareId}/session/${visitor.sessionId}`);
			expect([status.status, status.body]).toEqual([404, gone]);
			const play = await caller.post(`/api/share/${shareId}/play`, { sessionId: visitor.sessionId, songId: songAt(songs, 1) });
			expect([play.status, play.body]).toEqual([404, gone]);
			const sound = await caller.get(stream);
			expect([sound.status, sound.body]).toEqual([404, gone]);
			const opened = await caller.post(`/api/open/${shareId}`);
			expect([opened.status, opened.body]).toEqual([404, { error: { code: "share_not_found", message: "Share link not found" } }]);
		}
	});
});
