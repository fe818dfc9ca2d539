export type Deed = "on" | "back" | "toggle" | "fullscreen" | "mute" | "first" | "last";

const deeds: Record<string, Deed> = {
	ArrowRight: "on",
	ArrowLeft: "back",
	PageDown: "on",
	PageUp: "back",
	Home: "first",
	End: "last",
	k: "toggle",
	f: "fullscreen",
	m: "mute",
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a key does in a slideshow, or null. Space presses what has the focus, where that is a button. */
export function deedOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, onButton: boolean): Deed | null {
	if (ctrlKey || metaKey || altKey || shiftKey) return null;
	if (key === " ") return onButton ? null : "toggle";
	return deeds[key] ?? deeds[key.toLowerCase()] ?? null;
}
