/** The signed-in person, as pages know them. */
export type Account = { id: string; email: string; username: string; name: string | null; image: string | null };

/** The name that other people see. */
export function publicName(account: Pick<Account, "name" | "username">): string {
	return account.name || account.username;
}
