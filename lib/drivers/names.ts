import { createHmac } from "node:crypto";

/**
 * A name for `what` in a store that is not ours alone. It differs between installations, which have different secrets, and says nothing of
 * what it names: neither an address nor an e-mail address leaves the process.
 */
export function nameOf(secret: string, what: string): string {
	return createHmac("sha256", secret).update(what).digest("base64url").slice(0, 22);
}
