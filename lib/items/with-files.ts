import type { Blobs } from "@/lib/ports";
import { isUnavailable } from "@/lib/refused";

/**
 * Writes the rows of files that were kept for them; of a write that failed the files go too. One that ended as `unavailable` may have
 * happened all the same: then they stay, and the sweep removes what no row knows.
 */
export async function withFiles<T>(blobs: Blobs, keys: string[], write: () => Promise<T>): Promise<T> {
	try {
		return await write();
	} catch (error) {
		if (!isUnavailable(error)) for (const key of keys) await blobs.remove(key);
		throw error;
	}
}
