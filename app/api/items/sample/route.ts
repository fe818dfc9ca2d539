import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { addSamples } from "@/lib/items/sample";
import { fixtures } from "@/lib/kinds/fixtures";
import { kindNamed, kinds } from "@/lib/kinds/registry";

const samples = Object.entries(fixtures).map(([name, sample]) => ({ kind: kindNamed(name), sample }));

/** POST /api/items/sample: one of each kind to begin with; 200 when all of them were there already. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		limit: { name: "items.sample", per: "minute", max: 10 },
		// The songs are made on the spot, for one account after the other.
		patience: 60_000,
		run: ({ world, owner }) => addSamples(world, owner, kinds, samples),
		write: ({ items, added }) => ({
			status: added ? 201 : 200,
			body: { items: items.map(({ id, kind, title }) => ({ id: String(id), kind, title })) },
		}),
	}),
});
