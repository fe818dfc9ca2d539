import type { Actor } from "./kind";

/** What those are called who speak in a chat. */
export const actorNames: Record<Actor, string> = { user: "User", assistant: "Assistant", system: "System" };
