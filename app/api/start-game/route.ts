import { roomLimit, startBody } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { startGame } from "@/lib/rooms/start";

/** POST /api/start-game: begins the vote on the ballot. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: startBody,
		run: ({ world, body, visitor }) => startGame(world, body, visitor.address),
		write: (mode) => ({ body: { message: mode === "tournament" ? "Tournament started successfully" : "Game started successfully" } }),
	}),
});
