import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { fitted, movedBy, type Place, type Size, type View, zoomedBy } from "./view";

/** Pixels that a press may tremble before it drags. */
const tremble = 4;
/** Pixels for one press of an arrow. */
const stride = 80;
export const zoomStep = 1.3;
const zooms: Record<string, number> = { "+": zoomStep, "=": zoomStep, "-": 1 / zoomStep };
const moves: Record<string, Place> = {
	ArrowLeft: { x: stride, y: 0 },
	ArrowRight: { x: -stride, y: 0 },
	ArrowUp: { x: 0, y: stride },
	ArrowDown: { x: 0, y: -stride },
};
/** Pixels at the foot of the frame that belong to its buttons: what fits ends above them. */
export const foot = 68;
/** How long after the last movement a drawing is drawn sharp again, in ms. */
const rest = 200;

const between = (a: Place, b: Place): Place => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/**
 * Moves and zooms what lies in a frame: by dragging, wheel, two fingers, keys. `moving` while it is being moved: until then a coarse picture of it is
 * moved along, for a large board takes longer to draw than a frame of film. `smooth` says that a step is to be seen happening.
 */
export function usePanZoom(frame: RefObject<HTMLElement | null>, board: Size) {
	const [view, setView] = useState<View>(fitted);
	const [size, setSize] = useState<Size>({ width: 0, height: 0 });
	const [moving, setMoving] = useState(false);
	const [smooth, setSmooth] = useState(false);
	const pointers = useRef(new Map<number, Place>());
	const dragged = useRef(false);
	const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

	function change(next: (view: View) => View, kind: "step" | "flow") {
		setSmooth(kind === "step");
		if (kind === "flow") {
			setMoving(true);
			clearTimeout(resting.current);
			resting.current = setTimeout(() => setMoving(false), rest);
		}
		setView(next);
	}
	const zoom = (factor: number, about: Place = { x: 0, y: 0 }, kind: "step" | "flow" = "step") =>
		change((now) => zoomedBy(now, factor, about, board, size), kind);
	const move = (by: Place, kind: "step" | "flow" = "step") => change((now) => movedBy(now, by, board, size), kind);
	const showAll = () => change(() => fitted, "step");

	/** A place on the screen, counted from the middle of the frame above its foot. */
	function placeIn({ clientX, clientY }: { clientX: number; clientY: number }): Place {
		const box = frame.current?.getBoundingClientRect();
		return box ? { x: clientX - box.left - box.width / 2, y: clientY - box.top - (box.height - foot) / 2 } : { x: 0, y: 0 };
	}

	const measure = useEffectEvent((width: number, height: number) => {
		setSize({ width, height });
		setView((now) => movedBy(now, { x: 0, y: 0 }, board, { width, height }));
	});
	const roll = useEffectEvent((event: WheelEvent) => {
		event.preventDefault();
		// Lines and pages of old mice; a pinch on a touchpad comes as a wheel with Ctrl and small steps.
		const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
		const pixels = Math.max(-200, Math.min(200, event.deltaY * lines));
		zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), placeIn(event), "flow");
	});
	useEffect(() => {
		const element = frame.current;
		if (!element) return;
		const observer = new ResizeObserver(
			([entry]) => entry && measure(entry.contentRect.width, Math.max(0, entry.contentRect.height - foot)),
		);
		observer.observe(element);
		const wheel = (event: WheelEvent) => roll(event);
		// Not as a property: React's wheel listeners cannot keep the page from scrolling.
		element.addEventListener("wheel", wheel, { passive: false });
		return () => {
			observer.disconnect();
			element.removeEventListener("wheel", wheel);
			clearTimeout(resting.current);
		};
	}, [frame]);

	const handlers = {
		onPointerDown(event: PointerEvent) {
			if (event.pointerType === "mouse" && event.button > 1) return;
			if (pointers.current.size === 0) dragged.current = false;
			pointers.current.set(event.pointerId, placeIn(event));
		},
		onPointerMove(event: PointerEvent) {
			const last = pointers.current.get(event.pointerId);
			if (!last) return;
			const place = placeIn(event);
			const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
			const by = { x: place.x - last.x, y: place.y - last.y };
			if (!dragged.current) {
				if (Math.hypot(by.x, by.y) < tremble && others.length === 0) return;
				dragged.current = true;
				// Captured now and not before: a press that does not move is a click on a link.
				frame.current?.setPointerCapture(event.pointerId);
			}
			pointers.current.set(event.pointerId, place);
			const [other] = others;
			if (!other) return move(by, "flow");
			const [before, now] = [between(last, other), between(place, other)];
			const spread = Math.hypot(place.x - other.x, place.y - other.y) / Math.max(1, Math.hypot(last.x - other.x, last.y - other.y));
			move({ x: now.x - before.x, y: now.y - before.y }, "flow");
			zoom(spread, now, "flow");
		},
		onPointerUp: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
		onPointerCancel: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
		onClickCapture(event: MouseEvent) {
			if (!dragged.current) return;
			event.preventDefault();
			event.stopPropagation();
		},
		onKeyDown(event: KeyboardEvent) {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			const [factor, by] = [zooms[event.key], moves[event.key]];
			if (factor) zoom(factor);
			else if (by) move(by);
			else if (event.key === "0") showAll();
			else return;
			event.preventDefault();
		},
	};
	return { view, size, moving, smooth, zoom, showAll, handlers };
}
