import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { dropPreset } from "@/lib/shares/presets";

/** DELETE /api/presets/:id: drops one of the caller's presets; links keep what they were given by it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	DELETE: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner, params }) => dropPreset(world, owner, params.id ?? ""),
	}),
});
