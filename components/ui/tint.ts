import type { CSSProperties } from "react";

/** Colours that people choose from. Each is one of our tokens, which is lighter in the dark. */
export const tints = [
	{ name: "Emerald", hex: "#008053", token: "list" },
	{ name: "Yellow", hex: "#897311", token: "note" },
	{ name: "Amber", hex: "#AC6300", token: "session" },
	{ name: "Red", hex: "#D02D27", token: "room" },
	{ name: "Rose", hex: "#CA2356", token: "song" },
	{ name: "Violet", hex: "#6952DB", token: "playlist" },
	{ name: "Indigo", hex: "#3A61C4", token: "whiteboard" },
	{ name: "Sky", hex: "#007BAD", token: "chat" },
] as const;

/** How light a colour is to the eye, 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A chosen colour as `--tint`, with `--tint-ink` for marks on it. */
export function tintStyle(hex: string): CSSProperties {
	const token = tints.find((tint) => tint.hex === hex.toUpperCase())?.token;
	if (token) return { "--tint": `var(--color-${token})`, "--tint-ink": "var(--color-surface)" } as CSSProperties;
	// White reads better on what is darker than this.
	return { "--tint": hex, "--tint-ink": luminance(hex) < 0.179 ? "#ffffff" : "#1c1917" } as CSSProperties;
}
