import { longestName } from "@/lib/live/events";
import { platform } from "@/lib/platform";
import { tidy } from "@/lib/text";
import { currentAccount } from "./viewer";

/** Who comes to a room, and where rooms are. */
export async function roomVisitor(): Promise<{ isSignedIn: boolean; name: string; origin: string }> {
	const account = await currentAccount();
	return {
		isSignedIn: account !== null,
		name: tidy(account?.name ?? account?.username, longestName),
		origin: platform().origin,
	};
}
