import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, api } from "@/components/api";
import type { OwnShare } from "./model";
import type { PolicyChanges } from "./policy-draft";

type Told = { share: OwnShare };
export type ShareChange = { label?: string; policy?: PolicyChanges };

/** Who can open a link, and the ways to change that. `given` is what the page knows already; without it the link is asked for. */
export function useAccess(id: string | null, given: OwnShare | null = null) {
	const router = useRouter();
	const [told, setTold] = useState<OwnShare | null>(null);
	const own = told?.id === id ? told : null;
	const share = own && (!given || own.version > given.version) ? own : given;
	const latest = useRef(share);
	latest.current = share;

	const take = useCallback((next: OwnShare) => {
		latest.current = next;
		setTold(next);
	}, []);

	const load = useCallback(async () => {
		if (id === null) return;
		const answer = await api<Told>("GET", `/api/shares/${id}`);
		if (answer.ok) take(answer.data.share);
	}, [id, take]);

	const isGiven = given !== null;
	useEffect(() => {
		if (!isGiven) void load();
	}, [isGiven, load]);

	/** Sends a change that must meet the link as it is shown here: what somebody else changed meanwhile is loaded instead (412). */
	async function save(change: ShareChange): Promise<Answer<Told>> {
		const headers = { "If-Match": `"${latest.current?.version}"` };
		const answer = await api<Told>("PATCH", `/api/shares/${id}`, { body: change, headers });
		if (answer.ok) done(answer.data.share);
		else if (answer.status === 412) await load();
		return answer;
	}

	/** One of the link's own verbs: `rotate`, `approve`. */
	async function ask(verb: string, body?: unknown): Promise<Answer<Told>> {
		const answer = await api<Told>("POST", `/api/shares/${id}/${verb}`, { body });
		if (answer.ok) done(answer.data.share);
		return answer;
	}

	function done(next: OwnShare) {
		take(next);
		router.refresh();
	}

	return { share, load, save, ask };
}
export type UseAccess = ReturnType<typeof useAccess>;
