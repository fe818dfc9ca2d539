import type { Server } from "socket.io";
import type { Env } from "@/lib/env";
import type { World } from "@/lib/ports";

export type Platform = World & {
	env: Env;
	/** How sockets of other instances are reached; null where there are none, or no Redis between them. */
	socketAdapter: NonNullable<Parameters<Server["adapter"]>[0]> | null;
	/** Asks every driver that can fail whether it works. */
	check(): Promise<{ ready: boolean; drivers: Record<string, boolean> }>;
	close(): Promise<void>;
};

// The server's bundle and Next's each load this module; the one platform of the process hangs where both see it.
const slot = Symbol.for("passalong.platform");
const held = globalThis as { [slot]?: Platform };

/** The drivers of this process. Throws before `server.ts` has opened them (`lib/open-platform.ts`). */
export function platform(): Platform {
	if (!held[slot]) throw new Error("The platform is not open yet: server.ts opens it before anything asks");
	return held[slot];
}

/** Makes these the drivers of this process. */
export function holdPlatform(opened: Platform): void {
	held[slot] = opened;
}
