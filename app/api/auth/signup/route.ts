import { signUpBody } from "@/lib/accounts/credentials";
import { signUp } from "@/lib/accounts/sign-up";
import { toAccount } from "@/lib/contracts/account";
import { readLed } from "@/lib/http/actor";
import { endpoint } from "@/lib/http/endpoint";
import { forgetReferral } from "@/lib/http/referral-cookie";
import { route } from "@/lib/http/route";

/** POST /api/auth/signup: a new account. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "signup", per: "hour", max: 10 },
		body: signUpBody,
		run: ({ world, body, request, owner }) => signUp(world, body, readLed(world, request.headers, owner)),
		write: (user, { world }) => ({ status: 201, body: { user: toAccount(user) }, headers: forgetReferral(world.origin) }),
	}),
});
