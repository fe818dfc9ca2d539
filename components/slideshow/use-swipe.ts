import { type PointerEvent, useRef } from "react";

/** Pixels that a finger has to move before it is a swipe and not a tap. */
const least = 44;
const mostOfTap = 10;

/** What a finger meant that went that far. */
export function gestureOf(across: number, down: number): "on" | "back" | "tap" | null {
	if (Math.abs(across) <= mostOfTap && Math.abs(down) <= mostOfTap) return "tap";
	if (Math.abs(across) < least || Math.abs(across) < 1.5 * Math.abs(down)) return null;
	return across < 0 ? "on" : "back";
}

type Swipes = { on: () => void; back: () => void; tap: () => void };

/** Hears swipes and taps of a finger, and clicks of a mouse as taps. */
export function useSwipe({ on, back, tap }: Swipes) {
	const from = useRef<{ id: number; x: number; y: number } | null>(null);
	return {
		onPointerDown: ({ isPrimary, pointerId, clientX, clientY, button }: PointerEvent) => {
			from.current = isPrimary && button === 0 ? { id: pointerId, x: clientX, y: clientY } : null;
		},
		onPointerCancel: () => {
			from.current = null;
		},
		onPointerUp: ({ pointerId, clientX, clientY }: PointerEvent) => {
			const begun = from.current;
			from.current = null;
			if (begun?.id !== pointerId) return;
			const gesture = gestureOf(clientX - begun.x, clientY - begun.y);
			if (gesture) ({ on, back, tap })[gesture]();
		},
	};
}
