import type { RefusalCode, RefusedShare } from "@/components/share/model";
import { isRefused, isUnavailable, type RefusalCode as Reason } from "@/lib/refused";

/** The screens of a link that does not open; whatever else is the matter, it is not available. */
const screens: Partial<Record<Reason, RefusalCode>> = {
	share_expired: "expired",
	share_used_up: "used_up",
	share_not_open_yet: "not_open_yet",
	share_locked: "locked",
	share_sign_in_required: "sign_in",
	share_not_for_you: "not_for_you",
	share_requires_open: "open_first",
};

/** The screen that says why a link does not open. Throws what is no refusal, and `unavailable`. */
export function refusedPage(error: unknown): RefusedShare {
	if (!isRefused(error) || isUnavailable(error)) throw error;
	const { opensAt } = error.fields;
	return { refusal: { code: screens[error.code] ?? "not_found", ...(typeof opensAt === "string" && { opensAt }) } };
}
