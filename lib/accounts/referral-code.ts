import { randomBytes } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Eight of `[A-Za-z0-9]`. 256 is no multiple of 62: what would be chosen more often is drawn again. */
export function newReferralCode(): string {
	let code = "";
	while (code.length < 8) {
		for (const byte of randomBytes(16)) if (byte < 248 && code.length < 8) code += alphabet[byte % 62];
	}
	return code;
}
