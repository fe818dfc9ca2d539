// What only its owner sees of a thing is in nothing that a link hands out: answers, pages, what pages fetch, previews, files, exports, archives of others.

import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { exporters } from "@/lib/kinds/formats";
import { kinds } from "@/lib/kinds/registry";
import { kindNames } from "@/lib/shares/kind";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { lanes } from "../support/lanes";
import { connect, hangUp } from "../support/sockets";
import { OwnLink, type Shared, secret, sentinel, shared } from "./policy-scene";

const calls = {
	playlist: ["/api/share/:code"],
	song: ["/api/share/:code"],
	session: ["/api/shared/:code/preview", "/api/shared/:code", "/api/shared/media/:code"],
	chat: ["/api/shared/chats/:code"],
	list: ["/api/shared/list/:code"],
	note: ["/api/shared/note/:code"],
	whiteboard: ["/api/shared/whiteboard/:code"],
};

afterEach(hangUp);

describe.each(lanes)("on $name", ({ url }) => {
	const items = new Map<string, Shared>();
	let guest: Account;
	beforeAll(async () => {
		guest = await Account.signUp(url);
		for (const kind of kindNames) items.set(kind, await shared(url, kind));
	});

	test.each(kindNames)("a %s shows what is published of it and nothing else", async (kind) => {
		const item = items.get(kind);
		if (!item) throw new Error("nothing was shared");
		const link = await OwnLink.of(item.owner, item.itemId, { allowDownload: true, playLimit: null });
		const page = kinds[kind].page(link.code);
		const files = `/api/files/share/${link.code}`;
		const paths = [
			...calls[kind].map((path) => path.replace(":code", link.code)),
			page,
			`${files}/preview`,
			...Object.keys(exporters[kind]).map((format) => `${files}/export?format=${format}`),
			...(kind === "session"
				? ["media-1", "thumb-1", "media-4?download"].map((role) => `${files}/items/${item.itemId}/files/${role}`)
				: []),
			...(item.songId ? [`${files}/items/${item.songId}/download`] : []),
		];
		for (const client of [new Client(url), new Client(url, { authorization: `Bearer ${guest.token}` })]) {
			let shown = 0;
			for (const path of paths) {
				const answer = await client.get(path);
				expectNothingPrivate(answer, item, path);
				// Without an account a slideshow shows three small pictures, and no caption.
				if (kind === "session" && !client.headers.authorization) expect(answer.bytes.includes(`${sentinel} 1`), path).toBe(false);
				expect([200, 401], path).toContain(answer.status);
				if (answer.bytes.includes(sentinel)) shown++;
			}
			// What a page fetches when somebody comes to it from within.
			const asked = { rsc: "1", accept: "text/x-component" };
			const { headers } = await client.get(page, asked);
			const payload = await client.get(headers.location ?? page, asked);
			expect(payload.headers["content-type"]).toContain("text/x-component");
			expectNothingPrivate(payload, item, "payload");
			if (kind === "session" && !client.headers.authorization) expect(payload.bytes.includes(`${sentinel} 1`)).toBe(false);
			expect(payload.status).toBe(200);
			expect(shown, "it shows something at all").toBeGreaterThanOrEqual(2);
		}
	});

	test.each(["list", "note", "whiteboard"] as const)("what a socket tells of a %s is what is published of it", async (kind) => {
		const item = items.get(kind);
		if (!item) throw new Error("nothing was shared");
		const link = await OwnLink.of(item.owner, item.itemId);
		const line = await connect(url);
		await line.say(`joinShared${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, link.code);
		await item.owner.send("PUT", `/api/${kind}s/${item.itemId}`, { title: `${sentinel} anew` });
		await line.next(`${kind}Updated`);
		await link.change({ isActive: false });
		await line.next("sharedContentRevoked");
		const bytes = Buffer.from(JSON.stringify(line.told));
		expectNothingPrivate({ bytes, headers: {} }, item, "socket");
		expect(bytes.includes(`${sentinel} anew`), "it shows something at all").toBe(true);
	});

	test("somebody else's archive has nothing of it", async () => {
		const { bytes } = await new Client(url, { authorization: `Bearer ${guest.token}` }).get("/api/me/export");
		for (const word of [secret, sentinel]) expect(bytes.includes(word)).toBe(false);
	});
});

function expectNothingPrivate({ bytes, headers }: Pick<Heard, "bytes" | "headers">, { owner }: Shared, path: string): void {
	for (const text of [bytes.toString("latin1"), JSON.stringify(headers)]) {
		expect(text, path).not.toContain(secret);
		expect(text, path).not.toContain(owner.user.email);
	}
}
