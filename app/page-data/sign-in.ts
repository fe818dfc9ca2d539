import type { SignInProvider } from "@/components/account/sign-in-provider";
import { phrase } from "@/lib/contracts/phrases";
import { platform } from "@/lib/platform";

/** The providers that the settings name. */
export function signInProviders(): SignInProvider[] {
	const { github, google } = platform().env;
	return [...(github ? [{ id: "github" as const, name: "GitHub" }] : []), ...(google ? [{ id: "google" as const, name: "Google" }] : [])];
}

const refusals = ["provider_email_taken", "provider_email_missing", "provider_email_unverified"] as const;
/** next-auth's own words for what went wrong on the way to a provider and back. */
const failures = ["OAuthSignin", "OAuthCallback", "Callback", "AccessDenied", "failed", "username_taken", "provider_taken"];

/** What the sign-in page says when somebody comes back from a provider without having signed in; undefined when nothing is the matter. */
export function signInProblem(error: string | string[] | undefined): string | undefined {
	if (error === "signed_out") return "You were signed out. Log in again to go on.";
	const refusal = refusals.find((code) => code === error);
	if (refusal) return phrase("native", refusal).text;
	return typeof error === "string" && failures.includes(error)
		? "Signing in there did not work. Try again, or use your password."
		: undefined;
}
