// Every way to what a link shows, in every state of the link, for everybody: the same answer, and nothing of the content in a refusal.

import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { kindNames } from "@/lib/shares/kind";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { hotLanes } from "../support/lanes";
import { OwnLink, type Shared, sentinel, shared, visitOf, withCookies } from "./policy-scene";

type Caller = { client: Client; sessionId: string; stream: string; link: OwnLink; item: Shared };
/** `family` says how it refuses; `opened` what it answers to whoever may. */
type Way = { family: "share" | "native" | "page"; opened: number[]; ask(caller: Caller): Promise<Heard> };

/** The routes that anybody may call about a link. Whoever adds one has to say here how it is asked. */
const ways: Record<string, Way[]> = {
	"app/api/share/[shareId]/route.ts": [
		{ family: "share", opened: [200], ask: ({ client, link }) => client.get(`/api/share/${link.code}`) },
	],
	"app/api/share/[shareId]/session/route.ts": [
		{ family: "share", opened: [201], ask: ({ client, link }) => client.post(`/api/share/${link.code}/session`) },
		{
			family: "share",
			opened: [200],
			ask: ({ client, link, sessionId }) => client.post(`/api/share/${link.code}/session`, { existingSessionId: sessionId }),
		},
	],
	"app/api/share/[shareId]/session/[sessionId]/route.ts": [
		{ family: "share", opened: [200], ask: ({ client, link, sessionId }) => client.get(`/api/share/${link.code}/session/${sessionId}`) },
	],
	"app/api/share/[shareId]/play/route.ts": [
		{
			family: "share",
			opened: [200],
			ask: ({ client, link, sessionId, item }) => client.post(`/api/share/${link.code}/play`, { sessionId, songId: item.songId }),
		},
	],
	"app/api/share/[shareId]/stream/[songId]/route.ts": [
		{ family: "share", opened: [200], ask: ({ client, stream }) => client.get(stream) },
		// Without a grant it is for whoever is signed in.
		{ family: "share", opened: [200, 403], ask: ({ client, stream }) => client.get(stream.replace(/\?.*/, "")) },
	],
	"app/api/open/[code]/route.ts": [{ family: "native", opened: [204], ask: ({ client, link }) => client.post(`/api/open/${link.code}`) }],
	"app/api/files/share/[code]/items/[itemId]/cover/route.ts": [
		// What has no cover says so.
		{
			family: "native",
			opened: [404],
			ask: ({ client, link, item }) => client.get(`/api/files/share/${link.code}/items/${item.itemId}/cover`),
		},
	],
	"app/api/files/share/[code]/items/[itemId]/download/route.ts": [
		{
			family: "native",
			opened: [200, 403],
			ask: ({ client, link, item }) => client.get(`/api/files/share/${link.code}/items/${item.songId}/download`),
		},
	],
	"app/share/[id]/page.tsx": [{ family: "page", opened: [200], ask: ({ client, link }) => client.get(`/share/${link.code}`) }],
};

/** Routes that anybody may call and that show nothing of a link, or answer for strangers alone: each has tests of its own. */
const others = [
	"app/api/[[...rest]]/route.ts",
	"app/api/auth/[...nextauth]/route.ts",
	"app/api/auth/signup/route.ts",
	"app/api/auth/token/route.ts",
	"app/api/health/live/route.ts",
	"app/api/health/ready/route.ts",
	"app/api/unlock/[code]/route.ts",
];

/** What a refusal is: its status, its code in the native family, and what stands beside the words. */
type Refusal = { status: number; code: string; beside: object };
const gone: Refusal = { status: 404, code: "share_not_found", beside: {} };
const usedUp: Refusal = { status: 410, code: "share_used_up", beside: { reason: "used_up" } };
const locked: Refusal = { status: 401, code: "share_locked", beside: { requiresPassword: true } };
const unopened: Refusal = { status: 403, code: "share_requires_open", beside: { requiresOpen: true } };
const forOthers: Refusal = { status: 403, code: "share_not_for_you", beside: {} };
const signedOut: Refusal = { status: 401, code: "share_sign_in_required", beside: { requiresAuth: true } };

const hour = 60 * 60 * 1000;
const soon = new Date(Date.now() + 24 * hour).toISOString();
const past = new Date(Date.now() - hour).toISOString();
const unlock = (client: Client, link: OwnLink, password: string) => client.post(`/api/unlock/${link.code}`, { password });

type State = {
	/** Brings the link into this state, after visits began on it. */
	set(link: OwnLink, guest: Account): Promise<void>;
	/** What a visitor does before asking. */
	enter?(client: Client, link: OwnLink): Promise<Client>;
	anonymous: Refusal | null;
	guest: Refusal | null;
	/** What also its owner is told. */
	owner?: Refusal;
	/** Openings are spent by asking: that way does not refuse. */
	spends?: true;
};

const same = (refusal: Refusal | null) => ({ anonymous: refusal, guest: refusal });
const states: Record<string, State> = {
	live: { set: async () => {}, ...same(null) },
	paused: { set: (link) => link.change({ isActive: false }), ...same(gone) },
	ended: { set: async (link) => void (await link.ask("DELETE", "")), ...same(gone), owner: gone },
	rotated: { set: async (link) => void (await link.ask("POST", "/rotate")), ...same(gone), owner: gone },
	expired: {
		set: (link) => link.change({ policy: { expiresAt: past } }),
		...same({ status: 410, code: "share_expired", beside: { reason: "expired" } }),
	},
	"not open yet": {
		set: (link) => link.change({ policy: { startsAt: soon } }),
		...same({ status: 403, code: "share_not_open_yet", beside: { opensAt: soon } }),
	},
	"used up": {
		async set(link) {
			await link.change({ policy: { maxViews: 1 } });
			await new Client(link.owner.url).post(`/api/open/${link.code}`);
		},
		...same(usedUp),
	},
	locked: { set: (link) => link.change({ policy: { password: "open sesame" } }), ...same(locked) },
	"locked, and tried with a wrong password": {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		enter: async (client, link) => withCookies(client, await unlock(client, link, "open sésame")),
		...same(locked),
	},
	unlocked: {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		enter: async (client, link) => withCookies(client, await unlock(client, link, "open sesame")),
		...same(null),
	},
	"unlocked, and given another password since": {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		async enter(client, link) {
			const entered = withCookies(client, await unlock(client, link, "open sesame"));
			await link.change({ policy: { password: "open sesame" } });
			return entered;
		},
		...same(locked),
	},
	"for others": { set: (link) => link.change({ policy: { allowEmails: ["x@example.test"] } }), anonymous: signedOut, guest: forOthers },
	"for the guest": {
		set: (link, guest) => link.change({ policy: { allowEmails: [guest.user.email.toUpperCase()] } }),
		anonymous: signedOut,
		guest: null,
	},
	unopened: { set: (link) => link.change({ policy: { maxViews: 1_000 } }), ...same(unopened), spends: true },
	opened: {
		set: (link) => link.change({ policy: { maxViews: 1_000 } }),
		enter: async (client, link) => withCookies(client, await client.post(`/api/open/${link.code}`)),
		...same(null),
	},
};

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
		...routes("app/share"),
		...routes("app/api").filter((file) => file.includes("...")),
	];
	expect([...Object.keys(ways), ...others].sort()).toEqual([...new Set(open)].sort());
});

/** The refusal as each family writes it; a page has only its status. */
function expectRefusal({ status, headers, body, bytes }: Heard, { family }: Way, refusal: Refusal): void {
	expect(bytes.toString(), "content stays withheld").not.toContain(sentinel);
	expect(JSON.stringify(headers)).not.toContain(sentinel);
	expect(headers["x-robots-tag"]).toContain("noindex");
	expect(status).toBe(family === "page" && refusal.status !== 404 ? 200 : refusal.status);
	if (family === "page") expect(bytes.toString()).toContain("noindex");
	else if (family === "native") expect(body).toEqual({ error: { code: refusal.code, message: expect.any(String), ...refusal.beside } });
	else expect(body).toEqual({ success: false, error: expect.any(String), ...refusal.beside });
}

describe.each(hotLanes)("on $name", ({ url }) => {
	let guest: Account;
	const items = new Map<string, Shared>();
	beforeAll(async () => {
		guest = await Account.signUp(url);
		for (const kind of kindNames) items.set(kind, await shared(url, kind));
	});
	const token = ({ token }: Account) => ({ authorization: `Bearer ${token}` });

	describe.each(kindNames)("a %s", (kind) => {
		test.each(Object.entries(states))("whose link is %s", async (_state, { set, enter, spends, ...told }) => {
			const item = items.get(kind);
			if (!item) throw new Error("nothing was shared");
			const link = await OwnLink.of(item.owner, item.itemId);
			const visit = await visitOf(url, link.code, item.songId);
			await set(link, guest);
			const callers = { anonymous: new Client(url), guest: new Client(url, token(guest)), owner: new Client(url, token(item.owner)) };
			for (const [who, bare] of Object.entries(callers) as [keyof typeof callers, Client][]) {
				const refusal = who === "owner" ? (told.owner ?? null) : told[who];
				const caller = { ...visit, link, item, client: enter && who !== "owner" ? await enter(bare, link) : bare };
				for (const way of Object.values(ways).flat()) {
					const answer = await way.ask(caller);
					if (refusal && !(spends && answer.status === 204)) expectRefusal(answer, way, refusal);
					else expect(way.opened, `${who} was told ${answer.bytes.toString().slice(0, 300)}`).toContain(answer.status);
				}
			}
		});
	});
});
