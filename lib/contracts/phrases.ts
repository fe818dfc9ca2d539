import { closedLink } from "@/lib/live/events";
import type { RefusalCode } from "@/lib/refused";

/** The six families of answers; `envelopes.ts` says how each looks. */
export const dialects = ["session", "chat", "room", "share", "content", "native"] as const;
export type Dialect = (typeof dialects)[number];

type Phrase = { status: number; text: string } & { [D in Dialect]?: string };

const unauthorized = "Authentication required";

/** Status and words of every refusal; a family with words of its own has them beside its name. */
export const phrases: Record<RefusalCode, Phrase> = {
	unauthorized: { status: 401, text: unauthorized, session: "Unauthorized", chat: "Unauthorized" },
	forbidden_origin: { status: 403, text: "This request came from another site" },
	bad_input: { status: 400, text: "Some of the input is not valid" },
	bad_json: { status: 400, text: "The body is not valid JSON" },
	body_too_large: { status: 413, text: "The body is too large" },
	body_broken: { status: 400, text: "The body did not arrive" },
	unsupported_type: { status: 415, text: "The body has an unsupported type" },
	method_not_allowed: { status: 405, text: "Method not allowed" },
	rate_limited: { status: 429, text: "Rate limit exceeded" },
	not_found: { status: 404, text: "Not found" },
	failed: { status: 500, text: "Something went wrong on our side" },
	unavailable: { status: 503, text: "Temporarily unavailable. Try again in a moment." },
	email_taken: { status: 409, text: "There is an account with this e-mail address already" },
	username_taken: { status: 409, text: "This username is taken" },
	invalid_credentials: { status: 401, text: "E-mail address or password is wrong" },
	too_many_tokens: { status: 409, text: "You have 50 tokens. Revoke one that you no longer use first." },
	provider_taken: { status: 409, text: "This sign-in belongs to another account" },
	provider_email_taken: {
		status: 409,
		text: "There is an account with that e-mail address already. Log in to it with its password.",
	},
	provider_email_missing: { status: 403, text: "That service told us no e-mail address. Create an account with a password instead." },
	provider_email_unverified: {
		status: 403,
		text: "Your e-mail address is not confirmed there yet. Confirm it and try again, or create an account with a password.",
	},
	version_conflict: { status: 409, text: "It was changed by somebody else at the same time. Try again." },
	precondition_failed: { status: 412, text: "It was changed elsewhere since you looked" },
	member_gone: { status: 400, text: "One of the songs is not in your library any more" },
	already_there: { status: 409, text: "It is in your library already" },
	song_not_found: { status: 404, text: "Song not found" },
	playlist_not_found: { status: 404, text: "Playlist not found" },
	not_your_playlist: { status: 403, text: "You can only share your own playlists" },
	not_your_share: { status: 403, text: "You can only delete your own shares" },
	item_not_blank: { status: 400, text: "This kind begins with a file" },
	session_id_invalid: { status: 400, text: "Invalid session ID" },
	session_not_found: { status: 404, text: "Session not found" },
	not_your_session: { status: 403, text: "You do not have permission to access this session" },
	share_user_not_found: { status: 400, text: "User not found" },
	share_with_yourself: { status: 400, text: "Cannot share a session with yourself", native: "This is your own" },
	chat_not_found: { status: 404, text: "Not Found" },
	list_not_found: { status: 404, text: "List not found or access denied" },
	note_not_found: { status: 404, text: "Note not found or access denied" },
	whiteboard_not_found: { status: 404, text: "Whiteboard not found or access denied" },
	moved_on: { status: 409, text: "It was changed elsewhere since you looked" },
	unknown_format: { status: 400, text: "There is no such format for this" },
	own_share_not_found: { status: 404, text: "Share not found" },
	share_ended: { status: 409, text: "This link has ended for good" },
	share_not_found: {
		status: 404,
		text: "Share link not found",
		session: "Session not found",
		chat: "Not Found (share not found)",
		content: "Shared content not found or no longer available",
	},
	share_expired: { status: 410, text: "Share link has expired" },
	share_not_open_yet: { status: 403, text: "Share link is not open yet" },
	share_used_up: { status: 410, text: "Share link has been used up" },
	share_sign_in_required: { status: 401, text: unauthorized, session: "Unauthorized", chat: "Unauthorized" },
	share_not_for_you: { status: 403, text: "This share link is for somebody else", chat: "Forbidden (not on whitelist)" },
	share_locked: { status: 401, text: "This share link needs a password", chat: "Unauthorized (incorrect credentials)" },
	share_not_followed: { status: 404, text: closedLink },
	too_many_followed: { status: 409, text: "One connection can follow eight shared things. Leave one of them first." },
	share_requires_open: { status: 403, text: "This share link has to be opened first" },
	wrong_password: { status: 401, text: "The password is wrong", chat: "Unauthorized (incorrect credentials)" },
	not_waiting: { status: 404, text: "Nobody waits at this address" },
	preset_not_found: { status: 404, text: "Preset not found" },
	too_many_presets: { status: 409, text: "You have 50 presets. Delete one that you no longer use first." },
	play_fields_missing: { status: 400, text: "Session ID and Song ID are required" },
	visit_not_found: { status: 404, text: "Session not found" },
	visit_expired: { status: 410, text: "Session has expired" },
	song_not_in_share: { status: 400, text: "Song is not part of this share" },
	play_limit_reached: { status: 403, text: "Play limit reached. Please create an account to continue listening." },
	idempotency_mismatch: { status: 422, text: "This Idempotency-Key was used for another request" },
	not_granted: { status: 403, text: "This stream was not granted" },
	download_not_allowed: { status: 403, text: "Downloads are not allowed on this link" },
	room_id_missing: { status: 400, text: "sessionID is required" },
	room_not_found: { status: 404, text: "Session not found or has expired" },
	room_full: { status: 409, text: "This room is full" },
	room_started: { status: 409, text: "The vote is under way" },
	room_not_voting: { status: 409, text: "There is no such vote now" },
	room_no_results: { status: 409, text: "There are no results yet" },
	not_host: { status: 403, text: "Only the host can do this" },
	not_participant: { status: 403, text: "Only people in this room can do this" },
	not_enough_movies: { status: 400, text: "Not enough movies" },
	movie_unknown: { status: 400, text: "This movie is not on the ballot" },
	round_mismatch: { status: 409, text: "Round mismatch" },
	pair_voted: { status: 409, text: "Already voted for this pair" },
	unknown_event: { status: 400, text: "There is no such event" },
	range_not_satisfiable: { status: 416, text: "The file has no such range" },
};

/** The status and the words of a refusal in one family. */
export function phrase(dialect: Dialect, code: RefusalCode): { status: number; text: string } {
	const found = phrases[code];
	return { status: found.status, text: found[dialect] ?? found.text };
}
