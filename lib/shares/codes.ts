import { randomBytes, randomUUID } from "node:crypto";

/** An unguessable code for a new link: 64 random bits as 16 hexadecimal digits, or a UUID v4 (122 bits). */
export function newCode(form: "hex16" | "uuid"): string {
	return form === "uuid" ? randomUUID() : randomBytes(8).toString("hex");
}

/** Id of a new visit: 32 hexadecimal digits. It is a secret of the visitor's browser. */
export function newVisitId(): string {
	// 122 random bits; Node has them in stock, where each call of randomBytes asks the system.
	return randomUUID().replaceAll("-", "");
}

/** Whether this can be the id of a visit. For anything else no database need be asked, and not every one takes any text. */
export function isVisitId(text: string): boolean {
	return /^[0-9a-f]{32}$/.test(text);
}
