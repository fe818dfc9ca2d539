import { changeAccount, removeAccount } from "@/lib/accounts/change";
import { accountChanges, accountRemoval } from "@/lib/accounts/credentials";
import { toAccount } from "@/lib/contracts/account";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";

/** /api/me: the caller's account. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: async ({ owner }) => owner.user,
		write: (user) => ({ body: { user: toAccount(user) } }),
	}),
	PATCH: endpoint({
		dialect: "native",
		actor: "owner",
		body: accountChanges,
		run: ({ world, owner, body }) => changeAccount(world, owner, body),
		write: (user) => ({ body: { user: toAccount(user) } }),
	}),
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		body: accountRemoval,
		// Every file of the account goes with it.
		patience: 60_000,
		run: ({ world, owner, body }) => removeAccount(world, owner, body),
	}),
});
