import type { Bus, World } from "@/lib/ports";
import { announcingStore } from "./announcing";
import { cachedStore } from "./cached";

type Store = Pick<World, "items" | "shares" | "users" | "tokens">;

/**
 * The store as everybody sees it: what hot paths ask for is remembered, and every change is told to all who remember or show it.
 * `maxAge` in ms: how old what is remembered may be where other processes write to the same database; null where none does.
 */
export function liveStore<S extends Store>(store: S, bus: Bus, extent: { maxAge: number | null }): S & Pick<World, "sessions"> {
	return announcingStore(cachedStore(store, bus, extent), bus);
}
