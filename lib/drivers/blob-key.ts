/** How every blob's key reads: 16 random bytes in hexadecimal digits. */
export const blobKey = /^[0-9a-f]{32}$/;

/** The key itself. Throws for what cannot be one, before it becomes a path or an address. */
export function checkedKey(key: string): string {
	if (!blobKey.test(key)) throw new Error("a blob's key is 32 hexadecimal digits");
	return key;
}
