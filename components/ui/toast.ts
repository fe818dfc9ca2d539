let shown: Promise<void> | null = null;
let resolveShown: () => void = () => {};
let wake: () => void = () => {};

/** Tells `Toasts` how to be woken; sonner is loaded when there is the first thing to say. */
export function onFirstToast(callback: () => void): () => void {
	wake = callback;
	return () => {
		wake = () => {};
	};
}

/** Called by `Toasts` once the live region stands in the page; what is said before that nobody hears. */
export function toastsReady(): void {
	resolveShown();
}

/** Says something in passing, in a polite live region. */
export async function toast(text: string, tone: "plain" | "good" | "bad" = "plain"): Promise<void> {
	shown ??= new Promise((resolve) => {
		resolveShown = resolve;
		wake();
	});
	const [{ toast: say }] = await Promise.all([import("sonner"), shown]);
	if (tone === "bad") say.error(text);
	else if (tone === "good") say.success(text);
	else say(text);
}
