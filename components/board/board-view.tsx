"use client";

import { clsx } from "clsx";
import { Maximize, Minus, Plus } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { foot, usePanZoom, zoomStep } from "./use-pan-zoom";
import { type Size, zoomText } from "./view";

type BoardViewProps = {
	title: string;
	/** How large the drawing is, in its own units. */
	board: Size;
	/** A colour. */
	background: string;
	/** The drawing, an `svg`. Without script it stands there as large as it fits. */
	children: ReactNode;
};

/** A drawing to be moved and zoomed: with the mouse, fingers or keys. */
export function BoardView({ title, board, background, children }: BoardViewProps) {
	const frame = useRef<HTMLElement>(null);
	const { view, size, moving, smooth, zoom, showAll, handlers } = usePanZoom(frame, board);
	const isAlive = useBrowserValue(() => true, false);
	return (
		<div className="relative min-h-0 flex-1">
			<section
				ref={frame}
				aria-label={`Whiteboard: ${title}`}
				aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight ArrowUp ArrowDown"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
				tabIndex={0}
				className="board-surface absolute inset-0 cursor-grab touch-none overflow-hidden select-none active:cursor-grabbing sm:rounded-lg"
				style={{ background }}
				{...handlers}
			>
				<div
					className={clsx(
						"grid w-full grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center [&_svg]:col-start-1 [&_svg]:row-start-1 [&_svg]:max-h-full [&_svg]:max-w-full",
						moving && "will-change-transform",
						smooth && "motion-safe:transition-transform",
					)}
					style={{ height: `calc(100% - ${foot}px)`, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
				>
					{children}
				</div>
			</section>
			{isAlive && (
				<div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center px-3 sm:justify-end">
					<div className="pointer-events-auto flex items-center gap-0.5 rounded-full border border-line bg-surface p-1 shadow-2">
						<Button tone="quiet" size="s" icon aria-label="Zoom out" onClick={() => zoom(1 / zoomStep)}>
							<Minus />
						</Button>
						<span className="min-w-13 text-center text-sm text-ink-2 tabular-nums">{zoomText(view, board, size)}</span>
						<Button tone="quiet" size="s" icon aria-label="Zoom in" onClick={() => zoom(zoomStep)}>
							<Plus />
						</Button>
						<Button tone="quiet" size="s" onClick={showAll}>
							<Maximize /> Fit
						</Button>
					</div>
				</div>
			)}
		</div>
	);
}
