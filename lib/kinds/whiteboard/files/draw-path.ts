import type { Op } from "roughjs/bin/core";

/** A box by its corners. */
export type Box = { left: number; top: number; right: number; bottom: number };

export const nothing: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export function around(boxes: Iterable<Box>): Box {
	const box = { ...nothing };
	for (const each of boxes) {
		box.left = Math.min(box.left, each.left);
		box.top = Math.min(box.top, each.top);
		box.right = Math.max(box.right, each.right);
		box.bottom = Math.max(box.bottom, each.bottom);
	}
	return box;
}

/** Around everything, so that nothing touches the edge. */
const margin = 24;

/** A box with a margin around it, on whole numbers. */
export const grown = ({ left, top, right, bottom }: Box): Box => ({
	left: Math.floor(left - margin),
	top: Math.floor(top - margin),
	right: Math.ceil(right + margin),
	bottom: Math.ceil(bottom + margin),
});

/** The box around a box that is turned by `angle` (radians) about its middle. */
export function turned(box: Box, angle: number, [x, y]: [number, number]): Box {
	if (angle === 0) return box;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const corners = [
		[box.left, box.top],
		[box.right, box.top],
		[box.left, box.bottom],
		[box.right, box.bottom],
	] as const;
	return around(
		corners.map(([cornerX, cornerY]) => {
			const [dx, dy] = [cornerX - x, cornerY - y];
			const [left, top] = [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
			return { left, top, right: left, bottom: top };
		}),
	);
}

/**
 * Path data, short: boards have thousands of paths, and each visitor downloads all of them. Places are rounded to tenths, and written as the way
 * from the last one; what is rounded is the place and not the way, so that no error adds up.
 */
export class Path {
	readonly #parts: string[] = [];
	#command = "";
	/** Whether the number that was written last has a point: then another point begins the next one by itself. */
	#hasPoint = false;
	#x = 0;
	#y = 0;
	/** Where a closed path goes back to. */
	#start: [number, number] = [0, 0];
	readonly box: Box = { ...nothing };

	/** `x` and `y` are where the path's own (0, 0) lies on the board. */
	constructor(
		private readonly x: number,
		private readonly y: number,
	) {}

	move(x: number, y: number): this {
		this.#write("m", [x, y]);
		this.#start = [this.#x, this.#y];
		return this;
	}
	line(x: number, y: number): this {
		return this.#write("l", [x, y]);
	}
	quadratic(...places: [number, number, number, number]): this {
		return this.#write("q", places);
	}
	cubic(places: readonly number[]): this {
		return this.#write("c", places);
	}
	close(): this {
		this.#parts.push("z");
		this.#command = "z";
		[this.#x, this.#y] = this.#start;
		return this;
	}

	/** What roughjs made. */
	add(ops: readonly Op[]): this {
		for (const { op, data } of ops) {
			const [x = 0, y = 0] = data;
			if (op === "move") this.move(x, y);
			else if (op === "lineTo") this.line(x, y);
			else this.cubic(data);
		}
		return this;
	}

	get data(): string {
		return this.#parts.join("");
	}

	#write(command: "m" | "l" | "q" | "c", places: readonly number[]): this {
		// The same command again need not be named, but for moves: further places of a move are lines.
		let isFirst = command !== this.#command || command === "m";
		if (isFirst) this.#parts.push(command);
		this.#command = command;
		let [x, y] = [this.#x, this.#y];
		for (let at = 0; at + 1 < places.length; at += 2) {
			x = tenths((places[at] ?? 0) + this.x);
			y = tenths((places[at + 1] ?? 0) + this.y);
			this.#number(x - this.#x, isFirst);
			this.#number(y - this.#y, false);
			isFirst = false;
			this.box.left = Math.min(this.box.left, x / 10);
			this.box.right = Math.max(this.box.right, x / 10);
			this.box.top = Math.min(this.box.top, y / 10);
			this.box.bottom = Math.max(this.box.bottom, y / 10);
		}
		this.#x = x;
		this.#y = y;
		return this;
	}

	/** Tenths as a decimal, without the zero before the point, and without a space where a sign or a second point keeps it apart. */
	#number(value: number, isFirst: boolean): void {
		const size = Math.abs(value);
		const [whole, rest] = [Math.floor(size / 10), size % 10];
		const text = rest === 0 ? String(whole) : `${whole || ""}.${rest}`;
		const begins = isFirst || value < 0 || (this.#hasPoint && text.startsWith("."));
		this.#parts.push(value < 0 ? `-${text}` : begins ? text : ` ${text}`);
		this.#hasPoint = rest !== 0;
	}
}

const tenths = (value: number) => (Number.isFinite(value) ? Math.round(value * 10) : 0);
