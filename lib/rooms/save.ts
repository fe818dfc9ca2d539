import type { Owner } from "@/lib/authority";
import type { Item, World } from "@/lib/ports";
import { isRefused, Refused } from "@/lib/refused";
import { type Kind, written } from "@/lib/shares/kind";
import { shareItem } from "@/lib/shares/turn";
import { type Act, changeRoom, roomNow } from "./change";
import { roomCode, withToken } from "./guesses";
import { results } from "./results";
import type { Room } from "./room";
import { hostOf, participantOf } from "./tokens";

export type Save = { sessionID: string; hostToken?: string | undefined; participantToken?: string | undefined };
export type Saved = { item: Item; url: string };

/**
 * Keeps the results as a list of this account's, once, and shares it; the room is shown the list that its host saved. Throws `room_no_results`, `not_participant` for
 * who is nobody in the room, `room_not_found`.
 */
export function saveResults(world: World, owner: Owner, kind: Kind, { sessionID, ...tokens }: Save, address: string): Promise<Saved> {
	return withToken(world, address, async () => {
		const code = roomCode(sessionID);
		const room = await roomNow(world, code);
		if (!room) throw new Refused("room_not_found");
		const of = { key: world.secrets.grant, code, room };
		const isHost = tokens.hostToken !== undefined && hostOf(of, tokens.hostToken) === "now";
		const isHere = tokens.participantToken !== undefined && participantOf(of, tokens.participantToken) !== null;
		if (!isHost && !isHere) throw new Refused("not_participant");
		if (room.state !== "results") throw new Refused("room_no_results");
		const item = await listOf(world, owner, kind, code, room);
		const { share } = await shareItem(world, owner, item, kind);
		const url = `${world.origin}${kind.page(share.code)}`;
		// Another vote may have begun meanwhile, or the room have another host.
		const show: Act<undefined> = (now) => {
			const isStill = now.room.game === room.game && now.room.hostTerm === room.hostTerm && now.room.state === "results";
			return { room: isStill ? { ...now.room, savedUrl: url } : now.room, result: undefined };
		};
		if (isHost) await changeRoom(world, code, show);
		return { item, url };
	});
}

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The list of this vote: made at the first time, the same from then on. */
async function listOf(world: World, owner: Owner, kind: Kind, code: string, room: Room): Promise<Item> {
	const source = `room:${code}:${room.createdAt}:${room.game}`;
	const title = `Movie night, ${day.format(world.clock.now())}`;
	const items = results(room).map(({ movie: { title, year }, compatibility }, index) => ({
		text: `${index + 1}. ${title}${year === undefined ? "" : ` (${year})`}: ${compatibility} %`,
	}));
	try {
		return await world.items.create({ ownerId: owner.id, kind: kind.name, title, description: "", source, ...written(kind, { items }) });
	} catch (error) {
		const there = isRefused(error) && error.code === "already_there" ? await world.items.bySource({ ownerId: owner.id, source }) : null;
		if (!there) throw error;
		return there;
	}
}
