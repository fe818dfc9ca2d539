/** The only words for what a film is like. */
export const genres = [
	"Action",
	"Adventure",
	"Animation",
	"Comedy",
	"Crime",
	"Documentary",
	"Drama",
	"Family",
	"Fantasy",
	"History",
	"Horror",
	"Music",
	"Mystery",
	"Romance",
	"Science Fiction",
	"Thriller",
	"War",
	"Western",
] as const;
export type Genre = (typeof genres)[number];

/** A film in one line. The runtime is in minutes, of the version that is mostly shown; years are those of the first showing. */
export type Row = [title: string, year: number, runtime: number, director: string, ...genres: [Genre, ...Genre[]]];
