import { ballotBody, roomLimit } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { kinds } from "@/lib/kinds/registry";
import { filmsOnList, saveBallot } from "@/lib/rooms/ballot";

/** POST /api/session/movies: the ballot, from films or from a list of the caller's. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: ballotBody,
		async run({ world, body: { movies, listId, ...room }, owner, visitor }) {
			const films = movies ?? (await filmsOnList(world, owner, kinds.list, listId ?? ""));
			return saveBallot(world, { ...room, films }, visitor.address);
		},
		write: (movies) => ({ body: { message: "Ballot saved", movies } }),
	}),
});
