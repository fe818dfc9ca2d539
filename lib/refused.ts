/**
 * Why something was not done. Every code has its status and its words in `lib/contracts/phrases.ts`; the compiler rejects
 * a code without them.
 */
export type RefusalCode =
	| "unauthorized"
	| "forbidden_origin"
	| "bad_input"
	| "bad_json"
	| "body_too_large"
	| "body_broken"
	| "unsupported_type"
	| "method_not_allowed"
	| "rate_limited"
	| "not_found"
	| "failed"
	| "email_taken"
	| "username_taken"
	| "invalid_credentials"
	| "too_many_tokens"
	| "provider_taken"
	| "provider_email_taken"
	| "provider_email_missing"
	| "provider_email_unverified"
	| "version_conflict"
	| "precondition_failed"
	| "member_gone"
	| "already_there"
	| "song_not_found"
	| "playlist_not_found"
	| "not_your_playlist"
	| "not_your_share"
	| "item_not_blank"
	| "session_id_invalid"
	| "session_not_found"
	| "not_your_session"
	| "share_user_not_found"
	| "share_with_yourself"
	| "chat_not_found"
	| "list_not_found"
	| "note_not_found"
	| "whiteboard_not_found"
	| "moved_on"
	| "unknown_format"
	| "own_share_not_found"
	| "share_ended"
	| "share_not_found"
	| "share_expired"
	| "share_not_open_yet"
	| "share_used_up"
	| "share_sign_in_required"
	| "share_not_for_you"
	| "share_locked"
	| "share_requires_open"
	| "share_not_followed"
	| "too_many_followed"
	| "wrong_password"
	| "not_waiting"
	| "preset_not_found"
	| "too_many_presets"
	| "play_fields_missing"
	| "visit_not_found"
	| "visit_expired"
	| "song_not_in_share"
	| "play_limit_reached"
	| "idempotency_mismatch"
	| "not_granted"
	| "download_not_allowed"
	| "range_not_satisfiable"
	| "room_id_missing"
	| "room_not_found"
	| "room_full"
	| "room_started"
	| "room_not_voting"
	| "room_no_results"
	| "not_host"
	| "not_participant"
	| "not_enough_movies"
	| "movie_unknown"
	| "round_mismatch"
	| "pair_voted"
	| "unknown_event"
	| "unavailable";

const brand = Symbol.for("passalong.refused");

/**
 * The one error that a verb throws on purpose. `fields` stand beside the words in the answer (`{requiresAuth: true}`);
 * `headers` go with it (`Retry-After`).
 */
export class Refused extends Error {
	readonly [brand] = true;

	constructor(
		readonly code: RefusalCode,
		readonly fields: Readonly<Record<string, unknown>> = {},
		readonly headers: Readonly<Record<string, string>> = {},
	) {
		super(code);
		this.name = "Refused";
	}
}

/** Tells a refusal by its brand: the server's bundle and Next's each have their own copy of the class. */
export function isRefused(error: unknown): error is Refused {
	return typeof error === "object" && error !== null && brand in error;
}

/** What is needed is away, too slow or has no room: to be tried again, in a second at the earliest. */
export function unavailable(): Refused {
	return new Refused("unavailable", {}, { "Retry-After": "1" });
}

/** Whether something cannot be done now, but before long: what it needs is away, too slow or has no room. */
export function isUnavailable(error: unknown): boolean {
	return isRefused(error) && error.code === "unavailable";
}

/** Bad input that names the field it stands in, so that a page can show the words beside it. */
export function badField(field: string, message: string): Refused {
	return new Refused("bad_input", { fields: { [field]: message } });
}

const gone = Symbol.for("passalong.no-such-blob");

/** A blob store has no file under that key. Its words name no place, since they may reach a log. */
export class NoSuchBlob extends Error {
	readonly [gone] = true;

	constructor() {
		super("There is no such blob");
		this.name = "NoSuchBlob";
	}
}

/** Tells a missing blob by its brand, as `isRefused` does. */
export function isNoSuchBlob(error: unknown): boolean {
	return typeof error === "object" && error !== null && gone in error;
}
