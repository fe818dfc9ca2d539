import { postToAuth } from "./post-to-auth";

/** Signs out on this browser and goes to `to`, the start page unless said otherwise. Returns what to tell the person when it did not work. */
export async function leave(to = "/"): Promise<string | null> {
	try {
		if (!(await postToAuth("signout", {})).ok) return "That did not work. Try again in a moment.";
		window.location.assign(to);
		return null;
	} catch {
		return "You seem to be offline. Try again.";
	}
}
