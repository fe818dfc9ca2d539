import type { RoomStore, World } from "@/lib/ports";
import { guarded } from "./away";
import type { Db } from "./client";
import { prismaCounters } from "./counters";
import { prismaItems } from "./items";
import { prismaPresets } from "./presets";
import { prismaRooms } from "./rooms";
import { prismaShares } from "./shares";
import { type Together, togetherOnClient } from "./statements";
import { prismaTokens } from "./tokens";
import type { Engine } from "./transact";
import { prismaUsers } from "./users";
import { prismaVisits } from "./visits";

/** The whole store on one database. `together` is how groups get into it. */
export function prismaStore(
	db: Db,
	engine: Engine,
	together: Together = togetherOnClient(db, engine),
): Pick<World, "users" | "tokens" | "items" | "shares" | "visits" | "counters" | "presets"> & { rooms: RoomStore } {
	return guarded({
		users: prismaUsers(db, engine),
		tokens: prismaTokens(db, engine),
		presets: prismaPresets(db, engine),
		items: prismaItems(db, engine),
		shares: prismaShares(db),
		visits: prismaVisits(db, engine, together),
		counters: prismaCounters(engine, together),
		rooms: prismaRooms(db, engine, together),
	});
}
