import { postToAuth } from "./post-to-auth";

const problems: Record<string, string> = {
	CredentialsSignin: "That email and password do not go together. Check both and try again.",
	rate_limited: "Too many tries. Wait a minute and try again.",
};

/** Signs in with the session cookie. Returns what to tell the person, or null when it worked. */
export async function enter(email: string, password: string): Promise<string | null> {
	try {
		const { ok, error } = await postToAuth("callback/credentials", { email, password });
		return ok ? null : (problems[error ?? ""] ?? "That did not work. Try again in a moment.");
	} catch {
		return "You seem to be offline. Try again.";
	}
}
