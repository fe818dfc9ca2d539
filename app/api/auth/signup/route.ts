import { signUpBody } from "@/lib/accounts/credentials";
import { signUp } from "@/lib/accounts/sign-up";
import { toAccount } from "@/lib/contracts/account";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** POST /api/auth/signup: a new account. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "visitor",
		limit: { name: "signup", per: "hour", max: 10 },
		body: signUpBody,
		run: ({ world, body }) => signUp(world, body),
		write: (user) => ({ status: 201, body: { user: toAccount(user) } }),
	}),
});
