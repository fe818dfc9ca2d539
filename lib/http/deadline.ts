import { unavailable } from "@/lib/refused";

/** In ms: what a request waits for altogether before it hears that it is to come again. */
export const patience = 4_500;

/**
 * Counts the time that a request spends waiting for us, in however many pieces; not what it takes to arrive. A piece that outlasts the
 * rest of it is `Refused("unavailable")`: its work goes on unheard, and every part of that has a limit of its own. `late` is aborted
 * then: who opens something for the answer closes it, for nobody else will.
 */
export function deadline(total = patience, late = new AbortController()): <T>(work: Promise<T>) => Promise<T> {
	let left = total;
	return (work) =>
		new Promise((resolve, reject) => {
			const start = performance.now();
			const giveUp = () => {
				reject(unavailable());
				late.abort();
			};
			const timer = setTimeout(giveUp, Math.max(1, Math.round(left)));
			const settle =
				<V>(tell: (value: V) => void) =>
				(value: V) => {
					clearTimeout(timer);
					left -= performance.now() - start;
					tell(value);
				};
			work.then(settle(resolve), settle(reject));
		});
}
