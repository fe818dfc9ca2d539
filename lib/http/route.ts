import type { Dialect } from "@/lib/contracts/phrases";
import { Refused } from "@/lib/refused";
import { refusalResponse, toResponse } from "./answer";
import type { Handler } from "./endpoint";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Verb = (typeof verbs)[number];

/**
 * All verbs of one resource, for `export const { GET, POST, … } = route(…)`. The ones not given answer 405 with `Allow` in
 * the family's envelope; Next's own 405 has neither.
 */
export function route(dialect: Dialect, handlers: Partial<Record<Verb, Handler>>): Record<Verb | "OPTIONS", Handler> {
	const own = verbs.filter((verb) => handlers[verb]).flatMap((verb) => (verb === "GET" ? ["GET", "HEAD"] : [verb]));
	const allow = { Allow: [...own, "OPTIONS"].join(", ") };
	const refuse: Handler = async (request) => refusalResponse(dialect, new Refused("method_not_allowed", {}, allow), request);
	const options: Handler = async () => toResponse({ status: 204, headers: allow });
	const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
	return { GET, POST, PUT, PATCH, DELETE, OPTIONS: options };
}
