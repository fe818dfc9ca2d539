import NextAuth from "next-auth";
import { readLed } from "@/lib/http/actor";
import { holdRequest } from "@/lib/http/auth-request";
import { endpoint } from "@/lib/http/endpoint";
import type { NextHandler } from "@/lib/http/handler";
import { authOptions, authPatience } from "@/lib/http/next-auth";
import { forgetReferral } from "@/lib/http/referral-cookie";
import { route } from "@/lib/http/route";
import { badField, Refused, unavailable } from "@/lib/refused";

const handler: NextHandler = (request, context) =>
	endpoint({
		dialect: "native",
		actor: "visitor",
		patience: authPatience(request),
		run: async ({ world, request, owner }) => {
			// Lets anybody write into the server's log.
			if (new URL(request.url).pathname.endsWith("/_log")) throw new Refused("not_found");
			const heard = { badCallback: false, newAccount: false, away: false };
			const options = authOptions(world, {
				led: readLed(world, request.headers, owner),
				onBadCallback: () => (heard.badCallback = true),
				onNewAccount: () => (heard.newAccount = true),
				onAway: () => (heard.away = true),
			});
			const answer = await NextAuth(options)(await holdRequest(request), context);
			if (heard.away) throw unavailable();
			// Plain text is how next-auth says that it has no such call, or none of that verb.
			if (answer.headers.get("content-type")?.startsWith("text/plain")) throw new Refused("not_found");
			// It answers a callback address that is none, in a cookie or a field, with 500, as it does a failure of ours.
			if (heard.badCallback) throw badField("callbackUrl", "Not an address of this site");
			if (answer.status >= 500) throw new Refused("failed");
			if (heard.newAccount) for (const each of Object.entries(forgetReferral(world.origin))) answer.headers.append(...each);
			return answer;
		},
		write: (answer: Response) => answer,
	})(request, context);

/** /api/auth/…: next-auth's own calls (csrf, signin, callback, session, signout). */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", { GET: handler, POST: handler });
