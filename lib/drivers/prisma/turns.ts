/** Waits for one's turn; answers the function that ends it. */
export type Turns = () => Promise<() => void>;

/** First come, first served: resolves when it is the caller's turn, to the function that ends the turn. */
export function turns(): Turns {
	let last = Promise.resolve();
	return async () => {
		const before = last;
		let end = () => {};
		last = new Promise((resolve) => {
			end = resolve;
		});
		await before;
		return end;
	};
}
