import type { Owner } from "@/lib/authority";
import { itemId } from "@/lib/items/item-id";
import type { Preset, World } from "@/lib/ports";
import { Refused } from "@/lib/refused";

/** Presets that an account may have. */
const most = 50;

/** The owner's policies under names, by name. */
export const listPresets = ({ presets }: World, owner: Owner): Promise<Preset[]> => presets.list(owner.id);

/** Keeps a policy under a name, in place of the one that had it. Throws `too_many_presets`. */
export async function keepPreset({ presets }: World, owner: Owner, preset: { name: string; policy: object }): Promise<Preset> {
	const kept = await presets.put({ ownerId: owner.id, ...preset }, most);
	if (!kept) throw new Refused("too_many_presets");
	return kept;
}

/** Drops one of the owner's presets. Throws `preset_not_found`. */
export async function dropPreset({ presets }: World, owner: Owner, id: string): Promise<void> {
	const number = itemId(id);
	if (number === null || !(await presets.remove(owner.id, number))) throw new Refused("preset_not_found");
}
