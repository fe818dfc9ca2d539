import { open } from "node:fs/promises";

/** A file to look into. What lies behind its end is not there: `read` answers fewer bytes, or none. */
export type Bytes = { size: number; read(position: number, length: number): Promise<Buffer> };

/** Headers stand close together; read at once, a walk over thousands of them costs a few calls. */
const window = 256 * 1024;

/** Opens the file for `look` and closes it afterwards. */
export async function withBytes<T>(path: string, look: (bytes: Bytes) => Promise<T>): Promise<T> {
	const file = await open(path, "r");
	try {
		const { size } = await file.stat();
		let from = 0;
		let held = Buffer.alloc(0);
		return await look({
			size,
			async read(position, length) {
				if (position < from || position + length > from + held.length) {
					const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(length, window)), 0, Math.max(length, window), position);
					from = position;
					held = buffer.subarray(0, bytesRead);
				}
				return held.subarray(position - from, position - from + length);
			},
		});
	} finally {
		await file.close();
	}
}
