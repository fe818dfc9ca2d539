let resolveReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
	resolveReady = resolve;
});

/** Called by `Toasts` once the live region stands in the page; what is said before that nobody hears. */
export function toastsReady(): void {
	resolveReady();
}

type Tone = "plain" | "good" | "bad";

/** How long there is time to take something back, in milliseconds. */
const undoFor = 10_000;

/** Gives the focus back first: the toast would do so only when the next thing is pressed, and close the menu that this opened. */
const takeBack = (undo: () => void) => (event: { currentTarget: HTMLElement }) => {
	event.currentTarget.blur();
	undo();
};

/** Says something in passing, in a polite live region. With `undo` it offers to take it back, for ten seconds. */
export async function toast(text: string, tone: Tone = "plain", { undo }: { undo?: () => void } = {}): Promise<void> {
	const [{ toast: say }] = await Promise.all([import("sonner"), ready]);
	const options = undo ? { duration: undoFor, action: { label: "Undo", onClick: takeBack(undo) } } : {};
	if (tone === "bad") say.error(text, options);
	else if (tone === "good") say.success(text, options);
	else say(text, options);
}
