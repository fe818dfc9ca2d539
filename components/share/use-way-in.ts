import { useRef, useState } from "react";
import { type Answer, api } from "@/components/api";
import { waitText } from "./wait-text";

const noCookies = "This browser keeps no cookies for this site, and without one the link does not stay open. Allow them and try again.";

/** What to tell the visitor; null when the page shows more than words could, once it is loaded anew. */
function problemOf(answer: Answer<null>): string | null {
	if (answer.ok || answer.code.startsWith("share_")) return null;
	if (answer.status === 429) return waitText(answer.retryAfter);
	// What is no password at all (too long) is no right one either.
	if (answer.code === "wrong_password" || answer.code === "bad_input") return "That is not the password. Try again.";
	return answer.message;
}

/**
 * A form that asks the server to let this visitor in: sent once, however often it is pressed, and then the page is loaded anew.
 * `whenIn` is called before that when it was let in.
 */
export function useWayIn(path: string, whenIn?: () => void) {
	const [held, setHeld] = useState(false);
	const [problem, setProblem] = useState<string>();
	const sent = useRef(false);

	async function send(body: { password: string } | { referrer: string }) {
		if (sent.current) return;
		sent.current = true;
		setHeld(true);
		setProblem(undefined);
		const answer = navigator.cookieEnabled ? await api("POST", path, { body }) : null;
		const said = answer ? problemOf(answer) : noCookies;
		if (answer?.ok) whenIn?.();
		if (said === null) {
			window.location.reload();
			return;
		}
		sent.current = false;
		setHeld(false);
		setProblem(said);
	}

	return { held, problem, send, tell: setProblem };
}
