let resolveReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
	resolveReady = resolve;
});

/** Called by `Toasts` once the live region stands in the page; what is said before that nobody hears. */
export function toastsReady(): void {
	resolveReady();
}

type Tone = "plain" | "good" | "bad";

/** What a toast offers to do about it; `label` is a verb. */
export type ToastAction = { label: string; run: () => void };

/** How long there is time to press a toast's button, in milliseconds. */
const actionFor = 10_000;

/** Gives the focus back first: the toast would do so only when the next thing is pressed, and close the menu that this opened. */
const press = (run: () => void) => (event: { currentTarget: HTMLElement }) => {
	event.currentTarget.blur();
	run();
};

/** Says something in passing, in a polite live region. With `undo` it offers to take it back, or else `action`, for ten seconds. */
export async function toast(
	text: string,
	tone: Tone = "plain",
	{ undo, action = undo && { label: "Undo", run: undo } }: { undo?: () => void; action?: ToastAction } = {},
): Promise<void> {
	const [{ toast: say }] = await Promise.all([import("sonner"), ready]);
	const options = action ? { duration: actionFor, action: { label: action.label, onClick: press(action.run) } } : {};
	if (tone === "bad") say.error(text, options);
	else if (tone === "good") say.success(text, options);
	else say(text, options);
}
