import { inWords } from "@/components/ui/count-text";
import { isolated, quoted } from "@/components/ui/quoted";
import type { OpenShare } from "./model";
import type { Asked } from "./use-visitor-paths";

/** What an account would bring a visitor who has heard `limit` of `songs`. */
export function gateText(songs: number, limit: number): string {
	const rest = songs - limit;
	const heard = limit === 1 ? "You have heard your song." : `You have heard your ${inWords(limit)} songs.`;
	if (rest < 1) return `${heard} With a free account they play as often as you like, right here.`;
	return `${heard} With a free account the other ${rest === 1 ? "one plays" : `${inWords(rest)} play`} on, right here.`;
}

/** The question for an account, in the words of what led to it. */
export function gateWords(asked: Asked, share: OpenShare): { title: string; text: string; note: string } {
	const more = "Create an account to explore more";
	const stay = "You can stay here as long as you like. With a free account the music has no limit, and you can share songs of your own.";
	if (asked === "limit") {
		return {
			title: "Create an account to continue",
			text: gateText(share.tracks.length, share.playLimit ?? share.tracks.length),
			note: "",
		};
	}
	if (asked === "song") {
		const text = `${isolated(share.ownerName)} shared only ${quoted(share.title)} with you, so the other songs stay closed. With a free account it plays as often as you like, and you can share songs of your own.`;
		return { title: more, text, note: "" };
	}
	return { title: more, text: stay, note: asked === "back" ? "Going back once more leaves the page." : "" };
}
