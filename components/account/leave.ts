import { postToAuth } from "./post-to-auth";

/** Signs out on this browser and goes to the start page. Returns what to tell the person when it did not work. */
export async function leave(): Promise<string | null> {
	try {
		if (!(await postToAuth("signout", {})).ok) return "That did not work. Try again in a moment.";
		window.location.assign("/");
		return null;
	} catch {
		return "You seem to be offline. Try again.";
	}
}
