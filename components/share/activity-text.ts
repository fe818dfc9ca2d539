import { inWords } from "@/components/ui/count-text";
import type { Happening } from "./model";

const done: Record<string, string> = {
	made: "Made",
	changed: "Changed",
	rotated: "New address given",
	paused: "Turned off",
	resumed: "Turned on",
	ended: "Ended for good",
	frozen: "Snapshot taken",
	thawed: "Shows its content live again",
	unlocked: "Opened with the password",
	previewed: "Somebody looked at the preview",
	opened: "Somebody with an account opened it",
	refused: "Somebody was not let in",
};

const refused: Record<string, string> = {
	wrong_password: "A wrong password was tried",
	locked: "Somebody stood before the password",
	expired: "Somebody came after it had expired",
	used_up: "Somebody came after the last opening",
	not_open_yet: "Somebody came before it opened",
	not_for_you: "Somebody who is not on your list was not let in",
	sign_in: "Somebody was asked to sign in",
};

/** What happened on a link, in a few words. */
export function activityText({ what, detail, count }: Pick<Happening, "what" | "detail" | "count">): string {
	const text = (what === "refused" ? refused[detail] : undefined) ?? done[what] ?? what;
	const more = what === "changed" && detail ? `: ${detail}` : "";
	return `${text}${more}${count > 1 ? `, ${count === 2 ? "twice" : `${inWords(count)} times`}` : ""}`;
}
