import { z } from "zod";
import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { written } from "@/lib/shares/kind";
import { line, lines } from "@/lib/text";
import { editItem } from "./edit";
import { ownItem } from "./own-item";
import { pageOf } from "./page";
import { contentOf, type SessionKind } from "./session-content";

const title = line({ min: 1, max: 200 });
const description = lines({ max: 500 });
const seconds = z.number().min(1, "At least 1 second").max(60, "At most 60 seconds");
const settings = {
	intervalMin: seconds.optional(),
	intervalMax: seconds.optional(),
	transition: z.enum(["fade", "slide", "zoom", "flip", "none"]).optional(),
	isManualMode: z.boolean().optional(),
};

/** `isPublic` turns the link on and off; it is not a part of the item. */
export const newSession = z.object({ title, description: description.default(""), ...settings, isPublic: z.boolean().default(false) });
export const sessionChanges = z.object({
	title: title.optional(),
	description: description.optional(),
	...settings,
	isPublic: z.boolean().optional(),
});

type Settings = Pick<z.output<typeof sessionChanges>, keyof typeof settings>;

/** Makes a session without pictures; of two intervals one alone draws the other along. Throws `bad_input` on `intervalMin`. */
export async function createSession(world: World, owner: Owner, kind: SessionKind, body: z.output<typeof newSession>): Promise<Item> {
	const { intervalMin, intervalMax } = contentOf(kind, { content: {} });
	const intervals = {
		intervalMin: body.intervalMin ?? Math.min(intervalMin, body.intervalMax ?? intervalMin),
		intervalMax: body.intervalMax ?? Math.max(intervalMax, body.intervalMin ?? intervalMax),
	};
	const { title, description } = body;
	return world.items.create({ ownerId: owner.id, kind: kind.name, title, description, ...changed(kind, {}, { ...body, ...intervals }) });
}

/** Changes the given parts, with `asOf` of that version only. Throws as `createSession` and `editItem`. */
export function editSession(
	world: World,
	session: Item,
	kind: SessionKind,
	body: z.output<typeof sessionChanges>,
	asOf?: number,
): Promise<Item> {
	const change = (current: Item) => ({
		...(body.title === undefined ? {} : { title: body.title }),
		...(body.description === undefined ? {} : { description: body.description }),
		...changed(kind, current.content, body),
	});
	return editItem(world, session, change, asOf);
}

/** The content with those of these settings that are given. */
function changed(kind: SessionKind, before: unknown, { intervalMin, intervalMax, transition, isManualMode }: Settings) {
	const now = contentOf(kind, { content: before });
	const next = {
		...now,
		intervalMin: intervalMin ?? now.intervalMin,
		intervalMax: intervalMax ?? now.intervalMax,
		transition: transition ?? now.transition,
		isManualMode: isManualMode ?? now.isManualMode,
	};
	if (next.intervalMin > next.intervalMax) throw badField("intervalMin", "Must not be more than intervalMax");
	return written(kind, next);
}

/**
 * The owner's session of that id. Throws `session_id_invalid` for what cannot be one, `session_not_found`, and for somebody else's
 * `not_your_session`.
 */
export function ownSession(world: World, owner: Owner, id: string | undefined): Promise<Item> {
	if (!/^[1-9]\d{0,14}$/.test(id ?? "")) throw new Refused("session_id_invalid");
	return ownItem(world, owner, "session", id ?? "", { absent: "session_not_found", foreign: "not_your_session" });
}

/** One page of the owner's sessions, newest first. Throws `bad_input` on `cursor`. */
export async function listSessions(
	{ items }: World,
	owner: Owner,
	part: { limit: number; cursor?: string },
): Promise<{ sessions: Item[]; next: string | null }> {
	const heads = await items.heads({ ownerId: owner.id, kinds: ["session"] });
	const { page, next } = pageOf(heads, ({ id }) => [0, id], { ...part, byText: false });
	const sessions = await Promise.all(page.map(({ id }) => items.byId(id)));
	return { sessions: sessions.filter((session) => session !== null), next };
}
