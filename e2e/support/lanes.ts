import { inject } from "vitest";

/** The two ways a request can take; `describe.each(lanes)("$name", ({ url }) => …)` asks both. */
export const lanes = inject("lanes");
