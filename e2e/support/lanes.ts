import { inject } from "vitest";

/** Each lane and each engine; `describe.each(lanes)("$name", ({ url }) => …)` asks all of them. */
export const lanes = inject("lanes");

/** The same, and the fast lane on the other engine too: for what busy links ask for. */
export const hotLanes = inject("hotLanes");
