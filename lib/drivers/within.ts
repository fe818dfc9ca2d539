/** It took longer than it may. What was begun goes on; nobody hears of it. */
export class TookTooLong extends Error {
	override name = "TookTooLong";

	constructor(ms: number) {
		super(`no answer in ${ms} ms`);
	}
}

/** Time is looked at this often, in ms. */
const slice = 50;
/** A timer may be so many ms late without anything to be said about it. */
const tolerance = 10;

/**
 * What the work answers, unless that takes longer than `ms`: then throws `TookTooLong`. Time in which this process stood still, with too much
 * else to do, does not count: the answer may long be in its socket, and whoever is to blame is not the one who was asked.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		const wait = (left: number) => {
			if (left <= 0) return reject(new TookTooLong(ms));
			const began = performance.now();
			const part = Math.min(slice, left);
			timer = setTimeout(() => wait(left - Math.min(performance.now() - began, part + tolerance)), part);
		};
		wait(ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
