import { sessionQuery, toOwnSession, toWholeSession } from "@/lib/contracts/session";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { createSession, listSessions, newSession } from "@/lib/items/sessions";
import { kinds } from "@/lib/kinds/registry";
import { withLink, withLinks } from "@/lib/shares/published";

/** /api/sessions: the caller's sessions, newest first, a page at a time; a new one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("session", {
	GET: endpoint({
		dialect: "session",
		actor: "owner",
		search: sessionQuery,
		run: async ({ world, owner, search }) => {
			const { sessions, next } = await listSessions(world, owner, search);
			return { sessions: await withLinks(world, owner, sessions), next };
		},
		write: ({ sessions, next }) => ({ body: { sessions: sessions.map(toOwnSession), nextCursor: next } }),
	}),
	POST: endpoint({
		dialect: "session",
		actor: "owner",
		body: newSession,
		run: async ({ world, owner, body }) => {
			const session = await createSession(world, owner, kinds.session, body);
			return withLink(world, owner, session, kinds.session, body.isPublic || undefined);
		},
		write: (session) => ({ status: 201, body: toWholeSession(session) }),
	}),
});
