import type { Presets } from "@/lib/ports";
import { type Db, unlessGone } from "./client";
import { lockRows } from "./lock";
import { type Engine, transact } from "./transact";

const select = { id: true, name: true, policy: true } as const;

/** Policies that owners keep under names. */
export function prismaPresets(db: Db, engine: Engine): Presets {
	return {
		list: (ownerId) => db.preset.findMany({ where: { ownerId }, orderBy: [{ name: "asc" }], select }),
		put: ({ ownerId, name, policy }, most) =>
			unlessGone("unauthorized", () =>
				transact(db, async (tx) => {
					// Two that save at the same moment are counted one after the other.
					await lockRows(tx, engine, "User", [ownerId]);
					const others = await tx.preset.count({ where: { ownerId, name: { not: name } } });
					if (others >= most) return null;
					const where = { ownerId_name: { ownerId, name } };
					return tx.preset.upsert({ where, create: { ownerId, name, policy }, update: { policy }, select });
				}),
			),
		async remove(ownerId, id) {
			return (await db.preset.deleteMany({ where: { id, ownerId } })).count === 1;
		},
	};
}
