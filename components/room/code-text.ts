/** How many digits a room's code has. */
export const codeLength = 6;

/** The digits of what somebody typed or pasted as a code, a whole link included; spaces and dashes mean nothing. */
export function codeDigits(typed: string): string {
	const linked = /\/room\/(\d{6})(?!\d)/.exec(typed)?.[1];
	return (linked ?? typed).replace(/\D/g, "").slice(0, codeLength);
}

/** The code as it is read: 482 913. */
export function codeText(code: string): string {
	return code.replace(/(\d{3})(?=\d)/g, "$1 ").trim();
}

/** Whether this can be a room's code at all. */
export const isCode = (code: string): boolean => /^[1-9]\d{5}$/.test(code);
