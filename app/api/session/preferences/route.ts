import { preferencesBody, roomLimit } from "@/lib/contracts/room";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { savePreferences } from "@/lib/rooms/prefer";

/** POST /api/session/preferences: what somebody in the room would like to see. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("room", {
	POST: endpoint({
		dialect: "room",
		actor: "visitor",
		limit: roomLimit,
		body: preferencesBody,
		run: ({ world, body, visitor }) => savePreferences(world, body, visitor.address),
		write: (preferences) => ({ body: { message: "Preferences saved", preferences } }),
	}),
});
