// Every way to what a link shows. Whoever adds a route for visitors has to say here how it is asked.

import type { ClientEvent } from "@/lib/live/events";
import { type KindName, kindNames } from "@/lib/shares/kind";
import type { Client, Heard } from "../support/client";
import { connect } from "../support/sockets";
import type { OwnLink, Shared } from "./policy-scene";

export type Caller = { client: Client; sessionId: string; stream: string; link: OwnLink; item: Shared };
export type Family = "share" | "session" | "chat" | "content" | "native" | "page" | "socket";
/**
 * `family` says how it refuses; `opened` what it answers to whoever may, or to whom without an account. `kinds` are those that it is for: it knows no
 * other link. `account`: it is for accounts, and asks for one before anything else.
 */
export type Way = {
	family: Family;
	kinds: readonly KindName[];
	opened: number[];
	signedOut?: number[];
	account?: true;
	ask(caller: Caller): Promise<Heard>;
};

const heard = ["playlist", "song"] as const;
const get =
	(path: (caller: Caller) => string): Way["ask"] =>
	(caller) =>
		caller.client.get(path(caller));
const byCode = (before: string, after = "") => get(({ link }) => `${before}/${link.code}${after}`);
const file = (role: string) => get(({ link, item }) => `/api/files/share/${link.code}/items/${item.itemId}/files/${role}`);
const music = { family: "share", kinds: heard } as const;
const page = (kind: KindName, before: string): Way[] => [{ family: "page", kinds: [kind], opened: [200], ask: byCode(before) }];
const call = (kind: KindName): Way[] => [{ family: "content", kinds: [kind], opened: [200], ask: byCode(`/api/shared/${kind}`) }];

/** By the file of the route. */
export const ways: Record<string, Way[]> = {
	"app/api/share/[shareId]/route.ts": [{ ...music, opened: [200], ask: byCode("/api/share") }],
	"app/api/share/[shareId]/session/route.ts": [
		{ ...music, opened: [201], ask: ({ client, link }) => client.post(`/api/share/${link.code}/session`) },
		{
			...music,
			opened: [200],
			ask: ({ client, link, sessionId }) => client.post(`/api/share/${link.code}/session`, { existingSessionId: sessionId }),
		},
	],
	"app/api/share/[shareId]/session/[sessionId]/route.ts": [
		{ ...music, opened: [200], ask: get(({ link, sessionId }) => `/api/share/${link.code}/session/${sessionId}`) },
	],
	"app/api/share/[shareId]/play/route.ts": [
		{
			...music,
			opened: [200],
			ask: ({ client, link, sessionId, item }) => client.post(`/api/share/${link.code}/play`, { sessionId, songId: item.songId }),
		},
	],
	"app/api/share/[shareId]/stream/[songId]/route.ts": [
		{ ...music, opened: [200], ask: get(({ stream }) => stream) },
		// Without a grant it is for whoever is signed in.
		{ ...music, opened: [200, 403], ask: get(({ stream }) => stream.replace(/\?.*/, "")) },
	],
	"app/api/open/[code]/route.ts": [
		{ family: "native", kinds: kindNames, opened: [204], ask: ({ client, link }) => client.post(`/api/open/${link.code}`) },
	],
	"app/api/files/share/[code]/items/[itemId]/cover/route.ts": [
		// What has no cover says so.
		{
			family: "native",
			kinds: kindNames,
			opened: [404],
			ask: get(({ link, item }) => `/api/files/share/${link.code}/items/${item.itemId}/cover`),
		},
	],
	"app/api/files/share/[code]/items/[itemId]/download/route.ts": [
		{
			family: "native",
			kinds: heard,
			opened: [200, 403],
			ask: get(({ link, item }) => `/api/files/share/${link.code}/items/${item.songId}/download`),
		},
	],
	"app/api/files/share/[code]/items/[itemId]/files/[role]/route.ts": [
		{ family: "native", kinds: ["session"], opened: [200], ask: file("thumb-1") },
		{ family: "native", kinds: ["session"], opened: [200], signedOut: [401], ask: file("media-1") },
		{ family: "native", kinds: ["session"], opened: [403, 200], signedOut: [401], ask: file("media-2?download") },
		// Taken out of it: for nobody any more.
		{ family: "native", kinds: ["session"], opened: [404], ask: file("media-5") },
	],
	"app/api/files/share/[code]/export/route.ts": [
		// To its owner a link allows everything; a song has no other form than its file.
		{ family: "native", kinds: kindNames, opened: [403, 200, 400], signedOut: [403, 401], ask: byCode("/api/files/share", "/export") },
	],
	"app/api/shared/[code]/preview/route.ts": [
		{ family: "session", kinds: ["session"], opened: [200], ask: byCode("/api/shared", "/preview") },
	],
	"app/api/shared/[code]/route.ts": [{ family: "session", kinds: ["session"], opened: [200], account: true, ask: byCode("/api/shared") }],
	"app/api/shared/media/[code]/route.ts": [
		{ family: "session", kinds: ["session"], opened: [200], account: true, ask: byCode("/api/shared/media") },
	],
	"app/api/shared/chats/[uuid]/route.ts": [{ family: "chat", kinds: ["chat"], opened: [200], ask: byCode("/api/shared/chats") }],
	"app/api/shared/list/[token]/route.ts": call("list"),
	"app/api/shared/note/[token]/route.ts": call("note"),
	"app/api/shared/whiteboard/[token]/route.ts": call("whiteboard"),
	"app/share/[id]/page.tsx": [{ family: "page", kinds: heard, opened: [200], ask: byCode("/share") }],
	"app/shared/[code]/page.tsx": page("session", "/shared"),
	"app/shared/chats/[uuid]/page.tsx": page("chat", "/shared/chats"),
	"app/shared/list/[token]/page.tsx": page("list", "/shared/list"),
	"app/shared/note/[token]/page.tsx": page("note", "/shared/note"),
	"app/shared/whiteboard/[token]/page.tsx": page("whiteboard", "/shared/whiteboard"),
};

/** What is said over a socket: the answer is the acknowledgement, with all that was heard until then. */
const said = (event: ClientEvent, kinds: readonly KindName[]): Way => ({
	family: "socket",
	kinds,
	opened: [200],
	async ask({ client, link }) {
		const { authorization, ...headers } = client.headers;
		const line = await connect(client.url, { headers, ...(authorization ? { token: authorization.slice("Bearer ".length) } : {}) });
		const body = await line.say(event, link.code);
		line.close();
		return { status: body.ok ? 200 : 404, headers: {}, body, bytes: Buffer.from(JSON.stringify([body, line.told])) };
	},
});

/** By what is said. */
export const events: Partial<Record<ClientEvent, Way>> = {
	watchShare: said("watchShare", kindNames),
	joinSharedList: said("joinSharedList", ["list"]),
	joinSharedNote: said("joinSharedNote", ["note"]),
	joinSharedWhiteboard: said("joinSharedWhiteboard", ["whiteboard"]),
};

/** Events that show nothing of a link: of rooms, of one's own things, and of leaving. */
export const otherEvents: ClientEvent[] = [
	"join-session",
	"leave-session",
	"chat-message",
	"unwatchShare",
	"leaveSharedList",
	"leaveSharedNote",
	"leaveSharedWhiteboard",
	"watchItem",
	"unwatchItem",
];

/** Routes that anybody may call and that show nothing of a link, or answer for strangers alone: each has tests of its own. */
export const others = [
	"app/api/[[...rest]]/route.ts",
	"app/api/auth/[...nextauth]/route.ts",
	"app/api/auth/signup/route.ts",
	"app/api/auth/token/route.ts",
	"app/api/files/share/[code]/preview/route.ts",
	"app/api/health/live/route.ts",
	"app/api/health/ready/route.ts",
	"app/api/movies/route.ts",
	"app/api/score/route.ts",
	"app/api/session/create/route.ts",
	"app/api/session/finish/route.ts",
	"app/api/session/host/route.ts",
	"app/api/session/join/route.ts",
	"app/api/session/movies/route.ts",
	"app/api/session/preferences/route.ts",
	"app/api/start-game/route.ts",
	"app/api/tournament/round/route.ts",
	"app/api/tournament/vote/route.ts",
	"app/api/unlock/[code]/route.ts",
];
