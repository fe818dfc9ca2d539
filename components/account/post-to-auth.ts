type Said = { ok: boolean; error: string | null; url: string | null };
type Call = "callback/credentials" | "signout" | `signin/${string}`;

/**
 * Sends a form to next-auth with the token that proves it is ours. `error` is next-auth's own word for what is wrong, which it
 * writes into `url`, the address that it would lead to. Throws without a network. (Its own client would leave the page then.)
 */
export async function postToAuth(path: Call, fields: Record<string, string>): Promise<Said> {
	const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
	const body = new URLSearchParams({ ...fields, csrfToken: String(csrfToken), json: "true" });
	const answer = await fetch(`/api/auth/${path}`, { method: "POST", body });
	const { url } = await answer.json().catch(() => ({ url: null }));
	if (typeof url !== "string") return { ok: answer.ok, error: null, url: null };
	const error = new URL(url, window.location.href).searchParams.get("error");
	return { ok: answer.ok && error === null, error, url };
}
