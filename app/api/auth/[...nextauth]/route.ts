import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { endpoint, type Handler } from "@/lib/http/endpoint";
import { authOptions } from "@/lib/http/next-auth";
import { parseJson, readBody } from "@/lib/http/read-body";
import { route } from "@/lib/http/route";
import { badField, Refused } from "@/lib/refused";

const handler: Handler = (request, context) =>
	endpoint({
		dialect: "native",
		actor: "visitor",
		run: async ({ world, request }) => {
			// Lets anybody write into the server's log.
			if (new URL(request.url).pathname.endsWith("/_log")) throw new Refused("not_found");
			let isBadCallback = false;
			const options = authOptions(world, () => {
				isBadCallback = true;
			});
			const answer = await NextAuth(options)(await held(request), context);
			// Plain text is how next-auth says that it has no such call, or none of that verb.
			if (answer.headers.get("content-type")?.startsWith("text/plain")) throw new Refused("not_found");
			// It answers a callback address that is none, in a cookie or a field, with 500, as it does a failure of ours.
			if (isBadCallback) throw badField("callbackUrl", "Not an address of this site");
			if (answer.status >= 500) throw new Refused("failed");
			return answer;
		},
		write: (answer: Response) => answer,
	})(request, context);

/** The same request with its body in hand: next-auth itself reads a body of any size, and fails on JSON that is none. */
async function held(request: Request): Promise<NextRequest> {
	const { method, headers, url } = request;
	const body = await readBody(request);
	if (headers.get("content-type")?.startsWith("application/json")) parseJson(body);
	return new NextRequest(url, { method, headers, body: body.length > 0 ? new Uint8Array(body) : undefined });
}

/** /api/auth/…: next-auth's own calls (csrf, callback, session, signout). */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", { GET: handler, POST: handler });
