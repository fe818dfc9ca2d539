import type { SessionData } from "@/lib/live/events";

const names = new Intl.ListFormat("en", { type: "conjunction" });
/** How many are called by their names. */
const most = 3;

/** Who else is here and has not voted on everything yet. */
export function stillVoting({ participants }: SessionData, me: string): SessionData["participants"] {
	return participants.filter(({ id, connected, done }) => id !== me && connected && !done);
}

/** "Bo", "Bo and Cy", "Bo, Cy, Di, and 3 others". `wrap` makes a name safe in the middle of a sentence. */
export function namesText(people: readonly { name: string }[], wrap: (name: string) => string): string {
	const shown = people.slice(0, people.length > most + 1 ? most : most + 1).map(({ name }) => wrap(name));
	const left = people.length - shown.length;
	return names.format(left > 0 ? [...shown, `${left} others`] : shown);
}
