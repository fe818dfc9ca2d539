/** Runs work with at most `places` taken at once, first come, first served; each piece takes one place or more. */
export function turns(places: number): <T>(takes: number, work: () => Promise<T>) => Promise<T> {
	let free = places;
	const waiting: { takes: number; start: () => void }[] = [];
	function next(): void {
		for (let first = waiting[0]; first && first.takes <= free; first = waiting[0]) {
			waiting.shift();
			free -= first.takes;
			first.start();
		}
	}
	return async (asked, work) => {
		const takes = Math.min(asked, places);
		await new Promise<void>((start) => {
			waiting.push({ takes, start });
			next();
		});
		try {
			return await work();
		} finally {
			free += takes;
			next();
		}
	};
}
