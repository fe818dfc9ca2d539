// Every way to what a link shows, of every kind, in every state of the link, for everybody: the same answer, nothing of the content in a refusal, and what is
// private in no answer at all.

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { clientEvents, closedLink } from "@/lib/live/events";
import { heardKinds } from "@/lib/shares/admit";
import { type KindName, kindNames } from "@/lib/shares/kind";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { hotLanes, lanes } from "../support/lanes";
import { hangUp } from "../support/sockets";
import { type Refusal, states } from "./every-state";
import { events, type Family, otherEvents, others, type Way, ways } from "./every-way";
import { OwnLink, type Shared, secret, sentinel, shared, visitOf } from "./policy-scene";

function routes(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /^(?:route\.ts|page\.tsx)$/.test(entry.name))
		.map((entry) => `${entry.parentPath}/${entry.name}`)
		.sort();
}

test("every route that anybody may call is asked here, or named as one that shows nothing of a link", () => {
	const forAnybody = (file: string) => /actor: "visitor"|NextAuth/.test(readFileSync(file, "utf8"));
	const open = [
		...routes("app/api").filter(forAnybody),
		...routes("app/api/shared"),
		...routes("app/share"),
		...routes("app/shared"),
		...routes("app/api").filter((file) => file.includes("...")),
	];
	expect([...Object.keys(ways), ...others].sort()).toEqual([...new Set(open)].sort());
});

test("every event that anybody may say is said here, or named as one that shows nothing of a link", () => {
	expect([...Object.keys(events), ...otherEvents].sort()).toEqual(Object.keys(clientEvents).sort());
});

afterEach(hangUp);

/** A refusal as each family writes it; a page has only its status. */
const envelopes: Record<Exclude<Family, "page" | "socket">, (refusal: Refusal) => object> = {
	share: ({ beside }) => ({ success: false, error: expect.any(String), ...beside }),
	session: ({ beside }) => ({ message: expect.any(String), ...beside }),
	content: ({ beside }) => ({ error: expect.any(String), ...beside }),
	native: ({ code, beside }) => ({ error: { code, message: expect.any(String), ...beside } }),
	chat: ({ status, beside }) => {
		const text = expect.any(String);
		return { statusCode: status, statusMessage: text, message: text, data: { ...beside, shareInfo: expect.any(Object) } };
	},
};

function expectRefusal({ status, headers, body, bytes }: Heard, { family }: Way, refusal: Refusal): void {
	expect(bytes.toString(), "content stays withheld").not.toContain(sentinel);
	expect(JSON.stringify(headers)).not.toContain(sentinel);
	if (family === "socket") {
		expect(body).toEqual({ ok: false, message: closedLink });
		return;
	}
	expect(headers["x-robots-tag"]).toContain("noindex");
	expect(status).toBe(family === "page" && refusal.status !== 404 ? 200 : refusal.status);
	if (family === "page") expect(bytes.toString()).toContain("noindex");
	else expect(body).toEqual(envelopes[family](refusal));
}

const token = ({ token }: Account) => ({ authorization: `Bearer ${token}` });
const all = [...Object.values(ways).flat(), ...Object.values(events)];
/** Busy links alone have three ways in. */
const kindsOn = (lane: (typeof lanes)[number]): readonly KindName[] => (lanes.includes(lane) ? kindNames : heardKinds);
/** The owner passes every gate alike. */
const forOwner = new Set(["live", "locked", "paused"]);

describe.each(hotLanes)("on $name", (lane) => {
	const { url } = lane;
	let guest: Account;
	const items = new Map<string, Shared>();
	beforeAll(async () => {
		guest = await Account.signUp(url);
		for (const kind of kindsOn(lane)) items.set(kind, await shared(url, kind));
	});

	describe.each(kindsOn(lane))("a %s", (kind) => {
		test.each(Object.entries(states))("whose link is %s", async (state, { set, enter, spends, ...told }) => {
			const item = items.get(kind);
			if (!item) throw new Error("nothing was shared");
			const link = await OwnLink.of(item.owner, item.itemId);
			const visit = item.songId ? await visitOf(url, link.code, item.songId) : { sessionId: "", stream: "" };
			await set(link, guest);
			const callers = { anonymous: new Client(url), guest: new Client(url, token(guest)), owner: new Client(url, token(item.owner)) };
			for (const [who, bare] of Object.entries(callers) as [keyof typeof callers, Client][]) {
				if (who === "owner" && !told.owner && !forOwner.has(state)) continue;
				const refusal = who === "owner" ? (told.owner ?? null) : told[who];
				const caller = { ...visit, link, item, client: enter && who !== "owner" ? await enter(bare, link) : bare };
				const asked = all.filter(({ kinds }) => kinds.includes(kind));
				const answers = await Promise.all(asked.map(async (way) => ({ way, answer: await way.ask(caller) })));
				for (const { way, answer } of answers) {
					if (who !== "owner") expectNothingPrivate(answer, item);
					if (way.account && who === "anonymous") expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
					else if (refusal && !(spends && answer.status === 204)) expectRefusal(answer, way, refusal);
					else {
						const opened = (who === "anonymous" && way.signedOut) || way.opened;
						expect(opened, `${who} was told ${answer.bytes.toString().slice(0, 300)}`).toContain(answer.status);
					}
				}
			}
		});

		test("is unknown on the ways of other kinds", async () => {
			const item = items.get(kind);
			if (!item) throw new Error("nothing was shared");
			const link = await OwnLink.of(item.owner, item.itemId);
			const caller = {
				link,
				item: { ...item, songId: item.itemId },
				sessionId: "0".repeat(32),
				stream: `/api/share/${link.code}/stream/${item.itemId}`,
				client: new Client(url, token(guest)),
			};
			const asked = all.filter(({ kinds }) => !kinds.includes(kind));
			const answers = await Promise.all(asked.map(async (way) => ({ way, answer: await way.ask(caller) })));
			for (const { way, answer } of answers) {
				// What is no UUID is no code of a chat.
				expect([404, ...(way.family === "chat" && !link.code.includes("-") ? [400] : [])]).toContain(answer.status);
				expect(answer.bytes.toString()).not.toContain(sentinel);
			}
		});
	});
});

/** What only its owner sees: hidden parts, the link's label, the owner's address. */
function expectNothingPrivate({ bytes, headers }: Heard, { owner }: Shared): void {
	for (const text of [bytes.toString("latin1"), JSON.stringify(headers)]) {
		expect(text).not.toContain(secret);
		expect(text).not.toContain(owner.user.email);
	}
}
