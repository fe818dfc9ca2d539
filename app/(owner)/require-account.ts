import { redirect } from "next/navigation";
import { currentAccount } from "@/app/page-data/viewer";
import { authPath } from "@/components/account/next-path";

/** The signed-in person; whoever is not signed in is sent to do so, and led back to `path`. */
export async function requireAccount(path: string) {
	const account = await currentAccount();
	return account ?? redirect(authPath("/signin", path));
}
