/** A live room under its six digits. `version` is raised by every change. */
export type StoredRoom = { version: number; room: unknown };
/** Where rooms are. A room whose time is over is as absent. Times are the caller's. */
export type RoomStore = {
	/** Makes it, unless a room that lives has this code: then false. */
	create(code: string, room: object, now: Date, expiresAt: Date): Promise<boolean>;
	read(code: string, now: Date): Promise<StoredRoom | null>;
	/** Compare-and-swap: false when the room is no longer at `version`, or gone, and then nothing was changed. */
	swap(code: string, from: number, room: object, now: Date, expiresAt: Date): Promise<boolean>;
	/** Removes those whose time is over. */
	sweep(now: Date): Promise<void>;
};
/** What became of a room, and what whoever changed it wants to know. The same room again is no change. */
export type Changed<Result> = { room: object; result: Result };
export type Rooms = Pick<RoomStore, "create" | "read" | "sweep"> & {
	/**
	 * Changes the room as it is at that moment, and tells the bus (`room:<code>`). Changes that come together are written together, so `change` must be pure: it is called
	 * again when another instance was faster. What it throws is thrown here, and nothing is changed by it. Null: there is no such room.
	 */
	change<Result>(code: string, change: (room: unknown) => Changed<Result>, now: Date, expiresAt: Date): Promise<Result | null>;
};

/** A film as whoever knows it tells of it. No two that are found have the same `id`. */
export type FoundFilm = { id: string; title: string; year?: number; runtime?: number; genres: string[]; director?: string };
export type FilmSource = {
	/** Films by words of their titles. The years, both inclusive, are a hint: others may be found all the same. Never rejects: who cannot answer finds nothing. */
	search(q: string, years: { from?: number; to?: number }): Promise<FoundFilm[]>;
};
