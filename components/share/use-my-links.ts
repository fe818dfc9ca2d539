import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { counted } from "@/components/ui/count-text";
import { toast } from "@/components/ui/toast";
import type { LinkState, MyShare } from "./model";
import { turnLinks } from "./turn-links";

/** The owner's links with what was just done to them: shown at once, and taken back should the server refuse. */
export function useMyLinks<Link extends MyShare>(given: readonly Link[]) {
	const router = useRouter();
	const [states, setStates] = useState<ReadonlyMap<string, { state: LinkState; version: number | undefined }>>(new Map());
	const latest = useRef(given);
	latest.current = given;

	const links = given.flatMap((link): Link[] => {
		const shown = states.get(link.id);
		// A page that came after the change knows better.
		const state = shown?.version === link.version ? shown.state : link.state;
		return state === "ended" ? [] : [{ ...link, state }];
	});

	/** Null is what the server's page says. */
	function show(changes: Iterable<[string, LinkState | null]>) {
		setStates((now) => {
			const next = new Map(now);
			for (const [id, state] of changes) {
				if (state) next.set(id, { state, version: latest.current.find((link) => link.id === id)?.version });
				else next.delete(id);
			}
			return next;
		});
	}

	async function turn(which: readonly MyShare[], on: boolean, { undo = true } = {}): Promise<void> {
		const ids = which.map(({ id }) => id);
		show(which.map(({ id }) => [id, on ? "live" : "paused"]));
		const { states: now, failure } = await turnLinks(ids, on);
		// What was done stays, what was not is as it was.
		show(which.map((link) => [link.id, now.get(link.id) ?? link.state]));
		// Without a network a refresh would leave the page for the browser's own error.
		if (now.size > 0) router.refresh();
		if (failure) return tellFailure(failure);
		const done = which.length === 1 ? "Link turned" : `${counted(which.length, "link")} turned`;
		return toast(`${done} ${on ? "on" : "off"}`, "good", undo ? { undo: () => void turn(which, !on, { undo: false }) } : {});
	}

	async function end(link: MyShare): Promise<void> {
		show([[link.id, "ended"]]);
		const answer = await api("DELETE", `/api/shares/${link.id}`);
		// What is gone already is as good as ended.
		if (!answer.ok && answer.status !== 404) {
			show([[link.id, link.state]]);
			return tellFailure(answer);
		}
		router.refresh();
		return toast("Link ended for good", "good");
	}

	return { links, turn, end };
}
