import { z } from "zod";
import { line } from "@/lib/text";

// Every event of our sockets, both ways. A payload is parsed by its schema where it arrives: on the server, and on the page.

const code = z.string().max(64);
/** A room's code, whatever a client makes of six digits. */
const roomCode = z.union([z.string().max(20), z.number()]).transform(String);

/** In characters, of a name in a room. */
export const longestName = 20;
/** No control characters, and none that turns or hides what stands beside it (Unicode's bidirectional and format marks). */
export const personName = line({ min: 1, max: longestName })
	.refine((text) => !/\p{Cf}/u.test(text.replace(/\u200d/g, "")), "Has characters that cannot be shown")
	// Hangul's fillers are letters to Unicode, and nothing to the eye.
	.refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\u115f\u1160\u3164\uffa0]/g, "")), "Nobody can see it");

export const joinRoom = z.union([
	roomCode.transform((sessionID) => ({ sessionID }) as JoinRoom),
	z.object({
		sessionID: roomCode,
		name: personName.optional(),
		participantToken: z.string().max(200).optional(),
		hostToken: z.string().max(200).optional(),
	}),
]);
export type JoinRoom = {
	sessionID: string;
	name?: string | undefined;
	participantToken?: string | undefined;
	hostToken?: string | undefined;
};

export const chatText = line({ min: 1, max: 500 });

/** What is said of a link that cannot be followed, whyever. */
export const closedLink = "Invalid or inactive share link";

/** What clients may say, each with the one thing that goes with it. */
export const clientEvents = {
	"join-session": joinRoom,
	"leave-session": z.unknown(),
	"chat-message": z.object({ roomCode, senderName: z.string().max(200).optional(), text: chatText }),
	/** A link of any kind: tells when it may no longer be seen. */
	watchShare: code,
	unwatchShare: code,
	joinSharedList: code,
	joinSharedNote: code,
	joinSharedWhiteboard: code,
	leaveSharedList: code,
	leaveSharedNote: code,
	leaveSharedWhiteboard: code,
	/** An item of one's own: tells how many look at it. */
	watchItem: z.union([z.string().max(20), z.number()]).transform(String),
	unwatchItem: z.union([z.string().max(20), z.number()]).transform(String),
} as const;
export type ClientEvent = keyof typeof clientEvents;
export type Said<Event extends ClientEvent> = z.output<(typeof clientEvents)[Event]>;

export const shownMovie = z.object({
	id: z.string(),
	title: z.string(),
	year: z.number().optional(),
	runtime: z.number().optional(),
	genres: z.array(z.string()).optional(),
	director: z.string().optional(),
});
export type ShownMovie = z.output<typeof shownMovie>;

const result = z.object({
	movie: z.object({ id: z.string(), title: z.string(), year: z.number().optional() }),
	/** 0 to 100. */
	compatibility: z.number(),
	/** Votes that are no vetoes; in a tournament all that it won. */
	count: z.number(),
	vetoes: z.number(),
});
export type Result = z.output<typeof result>;

const shownPair = z.object({
	/** Ids of movies; `second` is null for a bye. */
	first: z.string(),
	second: z.string().nullable(),
	/** How many voted; how, is told once it is decided. */
	voted: z.number(),
	votes: z.object({ first: z.number(), second: z.number() }).nullable(),
	winner: z.string().nullable(),
});

/** A room as everybody in it sees it. */
export const sessionData = z.object({
	createdAt: z.string(),
	state: z.enum(["lobby", "voting", "results"]),
	mode: z.enum(["classic", "tournament"]),
	/** Which vote it is, counted from 1: movies of another one have the same ids. */
	game: z.number(),
	hostName: z.string(),
	/** The participant who is the host; null until the host came. */
	hostId: z.string().nullable(),
	movies: z.array(shownMovie),
	participants: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			joinedAt: z.string(),
			connected: z.boolean(),
			/** Voted on all that there is to vote on now. */
			done: z.boolean(),
		}),
	),
	/** Best first; while votes are taken, as they stand. */
	results: z.array(result),
	/** How many voted, by movie. */
	voted: z.record(z.string(), z.number()),
	/** What all of them would like together: any of the genres, the widest years. */
	preferences: z.object({ genres: z.array(z.string()), from: z.number().optional(), to: z.number().optional() }),
	/** The last round is under way, until there is a champion. */
	tournament: z.object({ roundIndex: z.number(), rounds: z.array(z.array(shownPair)), championId: z.string().nullable() }).optional(),
	/** The list that the host saved the results as. */
	savedUrl: z.string().nullable(),
});
export type SessionData = z.output<typeof sessionData>;

export const chatMessage = z.object({
	id: z.string(),
	senderId: z.string(),
	senderName: z.string(),
	text: z.string(),
	/** ms since 1970. */
	timestamp: z.number(),
});
export type ChatMessage = z.output<typeof chatMessage>;

export const revokeReasons = ["off", "rotated", "expired", "deleted", "locked"] as const;
export type RevokeReason = (typeof revokeReasons)[number];

/** What came of a document's change. `data` is what `GET /api/shared/<kind>/:token` answers. */
const update = <Type extends string>(type: Type) =>
	z.object({ type: z.literal(type), data: z.looseObject({ id: z.string(), title: z.string() }), timestamp: z.string() });
const joined = (title: string) => z.object({ message: z.string(), [title]: z.string() });

/** What the server says, each with the one thing that goes with it. */
export const serverEvents = {
	"player-count": z.object({ count: z.number() }),
	"session-update": sessionData,
	"joined-session": z.object({
		sessionID: z.string(),
		participantToken: z.string(),
		participantId: z.string(),
		/** What this person voted already: by movie, and by round and pair (`0:1`). */
		votes: z.record(z.string(), z.number()),
		pairVotes: z.record(z.string(), z.string()),
	}),
	"chat-message": chatMessage,
	"host-granted": z.object({ hostToken: z.string() }),
	error: z.object({ message: z.string() }),
	viewerCount: z.number(),
	sharedContentRevoked: z.object({ kind: z.string(), reason: z.enum(revokeReasons), timestamp: z.string() }),
	joinedSharedList: joined("listTitle"),
	joinedSharedNote: joined("noteTitle"),
	joinedSharedWhiteboard: joined("whiteboardTitle"),
	listUpdated: update("LIST_UPDATE"),
	noteUpdated: update("noteUpdated"),
	whiteboardUpdated: update("whiteboardUpdated"),
} as const;
export type ServerEvent = keyof typeof serverEvents;
export type Heard<Event extends ServerEvent> = z.output<(typeof serverEvents)[Event]>;

/** What an acknowledgement says: done, with what came of it, or not, and why. */
export type Ack = { ok: true; [field: string]: unknown } | { ok: false; message: string };

/** Socket.IO's types of both directions. */
export type ClientToServer = {
	[Event in ClientEvent]: (payload: z.input<(typeof clientEvents)[Event]>, ack?: (answer: Ack) => void) => void;
};
export type ServerToClient = { [Event in ServerEvent]: (payload: Heard<Event>) => void };
