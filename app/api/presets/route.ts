import { presetBody, toPreset } from "@/lib/contracts/policy";
import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { keepPreset, listPresets } from "@/lib/shares/presets";

/** /api/presets: policies that the caller keeps under names, for the next link. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	GET: endpoint({
		dialect: "native",
		actor: "owner",
		run: ({ world, owner }) => listPresets(world, owner),
		write: (presets) => ({ body: { presets: presets.map(toPreset) } }),
	}),
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		body: presetBody,
		run: ({ world, owner, body }) => keepPreset(world, owner, body),
		write: (preset) => ({ status: 201, body: { preset: toPreset(preset) } }),
	}),
});
