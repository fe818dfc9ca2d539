import * as ownCover from "@/app/api/files/items/[id]/cover/route";
import * as ownFile from "@/app/api/files/items/[id]/files/[role]/route";
import * as sharedCover from "@/app/api/files/share/[code]/items/[itemId]/cover/route";
import * as sharedFile from "@/app/api/files/share/[code]/items/[itemId]/files/[role]/route";
import * as live from "@/app/api/health/live/route";
import * as ready from "@/app/api/health/ready/route";
import * as open from "@/app/api/open/[code]/route";
import * as score from "@/app/api/score/route";
import * as play from "@/app/api/share/[shareId]/play/route";
import * as sessionStatus from "@/app/api/share/[shareId]/session/[sessionId]/route";
import * as session from "@/app/api/share/[shareId]/session/route";
import * as stream from "@/app/api/share/[shareId]/stream/[songId]/route";
import * as ownStream from "@/app/api/songs/[id]/stream/route";
import * as pairVote from "@/app/api/tournament/vote/route";
import type { Answer } from "./answer";
import type { Handler } from "./handler";
import type { Verb } from "./route";

/** Answers a request whose path it knows already. */
export type FastHandler = (request: Request) => Promise<Answer | Response>;
type Resource = Partial<Record<Verb, Handler>>;

/**
 * The hot routes, called without Next's router (docs/decisions/0003). Only well-formed codes match: `/api/share/song/…` and
 * every malformed path go to Next, where static segments win over dynamic ones.
 */
const lane: [path: RegExp, resource: Resource][] = [
	[/^\/api\/open\/(?<code>[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, open],
	[/^\/api\/share\/(?<shareId>[0-9a-f]{16})\/session$/, session],
	[/^\/api\/share\/(?<shareId>[0-9a-f]{16})\/session\/(?<sessionId>[0-9a-f]{32})$/, sessionStatus],
	[/^\/api\/share\/(?<shareId>[0-9a-f]{16})\/play$/, play],
	[/^\/api\/share\/(?<shareId>[0-9a-f]{16})\/stream\/(?<songId>\d{1,10})$/, stream],
	// Next strips Content-Length from what a route answers, and players of sound want to know it.
	[/^\/api\/songs\/(?<id>\d{1,10})\/stream$/, ownStream],
	// A page with fifty songs asks for fifty covers.
	[/^\/api\/files\/items\/(?<id>\d{1,10})\/cover$/, ownCover],
	[/^\/api\/files\/share\/(?<code>[0-9a-f]{16})\/items\/(?<itemId>\d{1,10})\/cover$/, sharedCover],
	// So does one with five hundred pictures, and a player of videos wants to know their length.
	[/^\/api\/files\/items\/(?<id>\d{1,10})\/files\/(?<role>[a-z]+-[\w-]{1,64})$/, ownFile],
	[
		/^\/api\/files\/share\/(?<code>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/items\/(?<itemId>\d{1,10})\/files\/(?<role>[a-z]+-[\w-]{1,64})$/,
		sharedFile,
	],
	// Two hundred people vote at once.
	[/^\/api\/score$/, score],
	[/^\/api\/tournament\/vote$/, pairVote],
	[/^\/api\/health\/live$/, live],
	[/^\/api\/health\/ready$/, ready],
];

const verbs: Record<string, Verb> = { GET: "GET", HEAD: "GET", POST: "POST", PUT: "PUT", PATCH: "PATCH", DELETE: "DELETE" };

/** What serves this request on the fast lane, or null when it is Next's. `url` is the request's path and query. */
export function fastHandler(method: string, url: string): FastHandler | null {
	const verb = verbs[method];
	if (!verb || !url.startsWith("/api/")) return null;
	const path = url.split("?", 1)[0] ?? url;
	for (const [pattern, resource] of lane) {
		const match = pattern.exec(path);
		const handler = match && resource[verb];
		if (handler) return (request) => handler.act(request, { ...match.groups });
	}
	return null;
}
