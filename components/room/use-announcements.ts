import { useEffect, useRef } from "react";
import { isolated } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import type { SessionData } from "@/lib/live/events";

/** What happened between two moments of a room, for whoever does not see it, in one sentence or two. */
export function happened(before: SessionData, now: SessionData, me: string): string {
	return [hostChange(before, now, me), stateChange(before, now), comings(before, now, me)].filter(Boolean).join(" ");
}

function hostChange(before: SessionData, now: SessionData, me: string): string {
	if (before.hostId === now.hostId || before.hostId === null) return "";
	return now.hostId === me ? "You are the host now." : `${isolated(now.hostName)} is the host now.`;
}

function stateChange(before: SessionData, now: SessionData): string {
	const isOther = before.game !== now.game;
	if (before.state !== now.state || isOther) {
		if (now.state === "voting") return "The vote has begun.";
		return now.state === "results" ? "The results are there." : "Back in the lobby.";
	}
	const round = now.tournament?.roundIndex ?? 0;
	return now.state === "voting" && round > (before.tournament?.roundIndex ?? 0) ? `Round ${round + 1} begins.` : "";
}

function comings(before: SessionData, now: SessionData, me: string): string {
	const here = (data: SessionData) => new Map(data.participants.filter((each) => each.connected).map((each) => [each.id, each.name]));
	const [then, since] = [here(before), here(now)];
	const came = [...since].filter(([id]) => id !== me && !then.has(id)).map(([, name]) => `${isolated(name)} is here.`);
	const went = [...then].filter(([id]) => id !== me && !since.has(id)).map(([, name]) => `${isolated(name)} is away.`);
	return [...came, ...went].slice(0, 3).join(" ");
}

/** Tells what happens in the room, and in sight what it makes of oneself. */
export function useAnnouncements(data: SessionData, me: string, announce: (text: string) => void): void {
	const before = useRef(data);
	useEffect(() => {
		const was = before.current;
		before.current = data;
		const news = happened(was, data, me);
		if (news) announce(news);
		if (was.hostId !== null && was.hostId !== me && data.hostId === me) void toast("You are the host now", "good");
	}, [data, me, announce]);
}
