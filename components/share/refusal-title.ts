import type { RefusalCode } from "./model";

/** What the screen of a link that does not open is called, and the page with it. What the link holds is not for everybody to know. */
export const refusalTitle: Record<RefusalCode, string> = {
	not_found: "This link is not available",
	expired: "This link has expired",
	used_up: "This link has been used up",
	not_open_yet: "Not open yet",
	locked: "This link is locked",
	sign_in: "Log in to open this link",
	not_for_you: "This link is for somebody else",
	open_first: "Open this link?",
};
