import type { Owner } from "@/lib/authority";
import type { World } from "@/lib/ports";

/** Signs out everywhere: every session and every token of the account ends, the caller's too. */
export async function endSessions({ users }: World, owner: Owner): Promise<void> {
	await users.update(owner.id, {}, { endSessions: true });
}
