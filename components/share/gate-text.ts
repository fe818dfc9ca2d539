import { inWords } from "@/components/ui/count-text";

/** What an account would bring a visitor who has heard `limit` of `songs`. */
export function gateText(songs: number, limit: number): string {
	const rest = songs - limit;
	const heard = limit === 1 ? "You have heard your song." : `You have heard your ${inWords(limit)} songs.`;
	if (rest < 1) return `${heard} With a free account they play as often as you like, right here.`;
	return `${heard} With a free account the other ${rest === 1 ? "one plays" : `${inWords(rest)} play`} on, right here.`;
}
