/** It took longer than it may. What was begun goes on; nobody hears of it. */
export class TookTooLong extends Error {
	override name = "TookTooLong";
}

/** What the work answers, unless that takes longer than `ms`: then throws `TookTooLong`. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new TookTooLong()), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
