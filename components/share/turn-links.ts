import { api, type Failure } from "@/components/api";
import type { LinkState } from "./model";

/** As many as the server takes at once. */
const atOnce = 500;

export type Turned = { states: Map<string, LinkState>; failure: Failure | null };

/** Turns links off, or on again, by their numbers; answers what each is now, and the first failure, at which it stops. */
export async function turnLinks(ids: readonly string[], isActive: boolean): Promise<Turned> {
	const states = new Map<string, LinkState>();
	for (let from = 0; from < ids.length; from += atOnce) {
		const body = { ids: ids.slice(from, from + atOnce), isActive };
		const answer = await api<{ shares: { id: string; state: LinkState }[] }>("PATCH", "/api/shares", { body });
		if (!answer.ok) return { states, failure: answer };
		for (const { id, state } of answer.data.shares) states.set(id, state);
	}
	return { states, failure: null };
}
