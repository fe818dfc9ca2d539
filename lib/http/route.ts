import type { Dialect } from "@/lib/contracts/phrases";
import { Refused } from "@/lib/refused";
import { refusal } from "./answer";
import { type Handler, handler, type NextHandler } from "./handler";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Verb = (typeof verbs)[number];

/**
 * All verbs of one resource, for `export const { GET, POST, … } = route(…)`. The ones not given answer 405 with `Allow` in
 * the family's envelope; Next's own 405 has neither.
 */
export function route<H extends NextHandler>(dialect: Dialect, handlers: Partial<Record<Verb, H>>): Record<Verb | "OPTIONS", H | Handler> {
	const own = verbs.filter((verb) => handlers[verb]).flatMap((verb) => (verb === "GET" ? ["GET", "HEAD"] : [verb]));
	const allow = { Allow: [...own, "OPTIONS"].join(", ") };
	const refuse = handler(async (request) => refusal(dialect, new Refused("method_not_allowed", {}, allow), request));
	const options = handler(async () => ({ status: 204, headers: allow }));
	const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
	return { GET, POST, PUT, PATCH, DELETE, OPTIONS: options };
}
