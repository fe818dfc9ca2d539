import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "@/lib/ports";

/** OWASP's first recommendation for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id on libuv's threads; the event loop stays free. */
export function argon2Passwords(): Passwords {
	let nobody: Promise<string> | null = null;
	return {
		hash: (password) => hash(password, cost),
		async verify(stored, password) {
			nobody ??= hash("nobody has this password", cost);
			const matches = await verify(stored ?? (await nobody), password);
			return stored !== null && matches;
		},
	};
}
