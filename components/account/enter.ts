/** Signs in with the session cookie. Returns what to tell the person, or null when it worked. */
export async function enter(email: string, password: string): Promise<string | null> {
	try {
		const { signIn } = await import("next-auth/react");
		const answer = await signIn("credentials", { redirect: false, email, password });
		if (answer?.ok) return null;
		if (answer?.error === "rate_limited") return "Too many tries. Wait a minute and try again.";
		return "That email and password do not go together. Check both and try again.";
	} catch {
		return "You seem to be offline. Try again.";
	}
}
