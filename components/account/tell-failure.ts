import type { Failure } from "@/components/api";
import { toast } from "@/components/ui/toast";
import { authPath } from "./next-path";

/** Says that the account was signed out meanwhile, perhaps in another tab, with the way to come back here. */
export async function tellSignedOut(message: string): Promise<void> {
	const { pathname, search } = window.location;
	const run = () => window.location.assign(authPath("/signin", pathname + search));
	return toast(message, "bad", { action: { label: "Log in", run } });
}

/** Says in passing why something did not work. */
export async function tellFailure({ status, message }: Pick<Failure, "status" | "message">): Promise<void> {
	return status === 401 ? tellSignedOut(message) : toast(message, "bad");
}
