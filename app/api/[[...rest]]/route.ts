import { endpoint } from "@/lib/http/endpoint";
import { Refused } from "@/lib/refused";

const absent = endpoint({
	dialect: "native",
	actor: "visitor",
	run: async () => {
		throw new Refused("not_found");
	},
});

/** /api and every path under it that no other route has: 404 in JSON, whatever the verb. */
export { absent as DELETE, absent as GET, absent as PATCH, absent as POST, absent as PUT };
