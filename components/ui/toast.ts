let resolveReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
	resolveReady = resolve;
});

/** Called by `Toasts` once the live region stands in the page; what is said before that nobody hears. */
export function toastsReady(): void {
	resolveReady();
}

/** Says something in passing, in a polite live region. */
export async function toast(text: string, tone: "plain" | "good" | "bad" = "plain"): Promise<void> {
	const [{ toast: say }] = await Promise.all([import("sonner"), ready]);
	if (tone === "bad") say.error(text);
	else if (tone === "good") say.success(text);
	else say(text);
}
