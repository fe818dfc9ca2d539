import { genresIn, movieQuery, searchLimit, toMovies } from "@/lib/contracts/movies";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { searchFilms } from "@/lib/rooms/search-films";

/** GET /api/movies: films to choose a ballot from. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	GET: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: searchLimit,
		search: movieQuery,
		run: ({ world, search, query }) => searchFilms(world, { ...search, genres: genresIn(query) }),
		write: (films) => ({ body: toMovies(films) }),
	}),
});
