/** How a board is looked at: enlarged `scale` times over how it fits, and moved by `x` and `y` pixels. */
export type View = { scale: number; x: number; y: number };
export type Size = { width: number; height: number };
export type Place = { x: number; y: number };

/** All of it, in the middle. */
export const fitted: View = { scale: 1, x: 0, y: 0 };

/** Of the board so much stays in sight, in pixels: nobody should lose it. */
const inSight = 64;
/** The smallest it gets, in parts of how it fits. */
const least = 0.5;
/** So many pixels may one of the board's units become; 16 of them are a letter. */
const largestUnit = 6;

/** How many pixels one unit of the board has when it fits: never more than one. */
export function fitScale(board: Size, frame: Size): number {
	if (frame.width <= 0 || frame.height <= 0) return 1;
	return Math.min(1, frame.width / board.width, frame.height / board.height);
}

/** How far one can go in. */
export function mostScale(board: Size, frame: Size): number {
	return Math.max(4, largestUnit / fitScale(board, frame));
}

/** The view with the board still in sight. It lies in the frame's middle, and grows from there. */
function within({ scale, x, y }: View, board: Size, frame: Size): View {
	const unit = fitScale(board, frame) * scale;
	const reach = (length: number, room: number) => Math.max(0, (length * unit + room) / 2 - inSight);
	const held = (offset: number, most: number) => Math.min(most, Math.max(-most, offset));
	return { scale, x: held(x, reach(board.width, frame.width)), y: held(y, reach(board.height, frame.height)) };
}

/** Moved by so many pixels. */
export function movedBy(view: View, by: Place, board: Size, frame: Size): View {
	return within({ ...view, x: view.x + by.x, y: view.y + by.y }, board, frame);
}

/** Enlarged `factor` times about a place, which stays where it is; places are counted from the frame's middle. */
export function zoomedBy(view: View, factor: number, about: Place, board: Size, frame: Size): View {
	const scale = Math.min(mostScale(board, frame), Math.max(least, view.scale * factor));
	const real = scale / view.scale;
	return within({ scale, x: about.x - (about.x - view.x) * real, y: about.y - (about.y - view.y) * real }, board, frame);
}

/** In words: how large it is drawn, a unit of the board being a pixel at 100 %. */
export function zoomText(view: View, board: Size, frame: Size): string {
	return `${Math.round(fitScale(board, frame) * view.scale * 100)} %`;
}
