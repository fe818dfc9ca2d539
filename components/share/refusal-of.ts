import type { Failure } from "@/components/api";
import type { LinkRefusal } from "./model";

/** Which screen a failed call on a link leads to; null when it is not the link that refuses. `signedIn` is what the page knows of the visitor. */
export function refusalOf({ status, requiresAuth, about }: Failure, signedIn: boolean): LinkRefusal | null {
	if (status === 404) return { code: "not_found" };
	if (status === 410) return { code: about.reason === "used_up" ? "used_up" : "expired" };
	if (status === 401) {
		if (about.requiresPassword === true) return { code: "locked" };
		return requiresAuth ? { code: "sign_in" } : null;
	}
	if (status !== 403) return null;
	if (typeof about.opensAt === "string") return { code: "not_open_yet", opensAt: about.opensAt };
	if (about.requiresOpen === true) return { code: "open_first" };
	// A plain 403 is also what a grant gets that does not hold; whoever is signed in needs none.
	return signedIn && !requiresAuth ? { code: "not_for_you" } : null;
}
