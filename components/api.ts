/** What a call came to. `status` 0 is: no answer. */
/** `etag` names the version of what was answered, where it has one. */
export type Answer<Data> = { ok: true; status: number; data: Data; etag?: string | null } | Failure;
/** `about` is what else stands beside the words, as it came; `retryAfter` are the seconds that a limit asks to wait. */
export type Failure = {
	ok: false;
	status: number;
	code: string;
	message: string;
	fields: Record<string, string>;
	requiresAuth: boolean;
	about: Readonly<Record<string, unknown>>;
	retryAfter?: number | null;
};

type Call = { body?: unknown; headers?: Record<string, string>; keepalive?: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function textFields(value: unknown): Record<string, string> {
	if (!isRecord(value)) return {};
	return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

const fallbacks: Record<number, string> = {
	0: "You seem to be offline. Try again.",
	401: "You are signed out. Sign in and try again.",
	413: "That is too large.",
	429: "That was a bit fast. Wait a moment and try again.",
};

/** Reads any of our envelopes, `{success, data | error}`, `{error: {code, message}}` and `{message, data}`, from an answer's text. */
export function readAnswer<Data>(status: number, text: string): Answer<Data> {
	let body: unknown = null;
	try {
		body = JSON.parse(text);
	} catch {}
	const record = isRecord(body) ? body : {};
	// The one place where our own server's word is taken for the type of its answer.
	if (status >= 200 && status < 300) return { ok: true, status, data: ("data" in record ? record.data : body) as Data };
	const flat = isRecord(record.error) ? record.error : record;
	const error = isRecord(flat.data) ? { ...flat, ...flat.data } : flat;
	const said = typeof record.error === "string" ? record.error : error.message;
	const message = fallbacks[status] ?? (typeof said === "string" && said ? said : "That did not work. Try again in a moment.");
	const code = typeof error.code === "string" ? error.code : "";
	return { ok: false, status, code, message, fields: textFields(error.fields), requiresAuth: error.requiresAuth === true, about: error };
}

/** What a browser sends of a page that is gone, in bytes, with some room for what else is on its way (Fetch, 4.6: 64 KiB). */
const mostKept = 60_000;

/** Calls our API with JSON. Never throws: without a network the answer says so. */
export async function api<Data = null>(
	method: string,
	path: string,
	{ body, headers, keepalive = false }: Call = {},
): Promise<Answer<Data>> {
	try {
		const text = body === undefined ? null : JSON.stringify(body);
		const response = await fetch(path, {
			method,
			headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
			body: text,
			// A longer one would not be sent at all.
			keepalive: keepalive && (text === null || new Blob([text]).size < mostKept),
		});
		const answer = readAnswer<Data>(response.status, await response.text());
		if (answer.ok) return { ...answer, etag: response.headers.get("etag") };
		return { ...answer, retryAfter: Number(response.headers.get("retry-after")) || null };
	} catch {
		return readAnswer(0, "");
	}
}
