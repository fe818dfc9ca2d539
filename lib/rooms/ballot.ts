import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import { ownItem } from "@/lib/items/own-item";
import type { World } from "@/lib/ports";
import { badField, isRefused, Refused } from "@/lib/refused";
import type { Kind } from "@/lib/shares/kind";
import { asHost, changeRoom } from "./change";
import { roomCode, withToken } from "./guesses";
import { ballotLimits, type Film, filmIn, type Movie, unique } from "./movie";

export type Ballot = { sessionID: string; hostToken: string; films: readonly Film[] };

/** Puts these films to the vote, before there is one. Throws `not_host`, `room_not_found`, `room_started` while one is under way, `bad_input`. */
export async function saveBallot(world: World, { sessionID, hostToken, films }: Ballot, address: string): Promise<Movie[]> {
	const movies = unique(films).map((each, index) => ({ ...each, id: `m${index + 1}` }));
	if (movies.length < ballotLimits.min) throw badField("movies", `At least ${ballotLimits.min} movies`);
	return withToken(world, address, async () => {
		const save = asHost<Movie[]>(world, hostToken, ({ room }) => {
			if (room.state === "voting") throw new Refused("room_started");
			// What came of another ballot says nothing of this one.
			return { room: { ...room, state: "lobby", movies, votes: {}, rounds: [], savedUrl: null }, result: movies };
		});
		return (await changeRoom(world, roomCode(sessionID), save)).result;
	});
}

/** The films that stand on one of the owner's lists: `Safety Last! (1923)`, one an item. Throws `bad_input` for a list that is not theirs. */
export async function filmsOnList(world: World, owner: Owner | null, kind: Kind, listId: string): Promise<Film[]> {
	if (!owner) throw new Refused("unauthorized");
	const absent = badField("listId", "There is no such list of yours");
	try {
		if (itemId(listId) === null) throw absent;
		const list = await ownItem(world, owner, "list", listId, { absent: "list_not_found" });
		const { items } = kind.content.parse(list.content) as { items: { text: string }[] };
		const films: Film[] = [];
		for (const { text } of items) {
			const film = filmIn(text);
			if (film) films.push(film);
			if (films.length === ballotLimits.max) break;
		}
		return films;
	} catch (error) {
		throw isRefused(error) && error.code === "list_not_found" ? absent : error;
	}
}
