import { endpoint } from "@/lib/http/endpoint";
import { route } from "@/lib/http/route";
import { addSamples, type OtherSample } from "@/lib/items/sample";
import { addSampleDocument } from "@/lib/items/sample-document";
import { addSampleSession } from "@/lib/items/sample-session";
import { fixtures } from "@/lib/kinds/fixtures";
import { kinds } from "@/lib/kinds/registry";

const documents = (["chat", "list", "note", "whiteboard"] as const).map(
	(name): OtherSample => ({ name, make: (world, owner, source) => addSampleDocument(world, owner, kinds[name], fixtures[name], source) }),
);
const slideshow: OtherSample = {
	name: "session",
	make: (world, owner, source) => addSampleSession(world, owner, kinds.session, fixtures.session, source),
};

/** POST /api/items/sample: one of each kind to begin with; 200 when all of them were there already. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("native", {
	POST: endpoint({
		dialect: "native",
		actor: "owner",
		limit: { name: "items.sample", per: "minute", max: 10 },
		// The songs are made on the spot, for one account after the other.
		patience: 60_000,
		run: ({ world, owner }) => addSamples(world, owner, kinds, [slideshow, ...documents]),
		write: ({ items, added }) => ({
			status: added ? 201 : 200,
			body: { items: items.map(({ id, kind, title }) => ({ id: String(id), kind, title })) },
		}),
	}),
});
