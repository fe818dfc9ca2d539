import { faultOf } from "./faults";

/**
 * The same key was used by a twin of this request on another instance between our look and our write, and everything here was rolled
 * back. Now the twin's row can be seen, and the answer follows from it.
 */
export async function againAfterTwin<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (faultOf(error) !== "unique") throw error;
		return work();
	}
}
