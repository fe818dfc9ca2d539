"use client";

import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { droppedFiles } from "./dropped-files";
import { useUploads } from "./uploads-context";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** What takes files of its own, a cover for instance: what is dropped there is not a song. */
const isTaken = (event: DragEvent) => event.target instanceof Element && event.target.closest("[data-takes-files]") !== null;

/** Takes what is dropped anywhere on the window: beside a smaller target the browser would open the file instead of the page. */
export function DropZone() {
	const { add } = useUploads();
	const [over, setOver] = useState(false);
	const latest = useRef(add);
	useEffect(() => {
		latest.current = add;
	});

	useEffect(() => {
		// Entering a child fires before leaving its parent: only the balance tells whether the window has been left.
		let depth = 0;
		const move = (by: 1 | -1) => (event: DragEvent) => {
			if (!holdsFiles(event)) return;
			event.preventDefault();
			depth += by;
			setOver(depth > 0 && !isTaken(event));
		};
		const allow = (event: DragEvent) => {
			if (!holdsFiles(event)) return;
			event.preventDefault();
			// Dragging began before anybody listened.
			depth ||= 1;
			setOver(!isTaken(event));
		};
		const drop = (event: DragEvent) => {
			depth = 0;
			setOver(false);
			if (!holdsFiles(event) || !event.dataTransfer || isTaken(event)) return;
			event.preventDefault();
			void latest.current(droppedFiles(event.dataTransfer));
		};
		const stop = new AbortController();
		const listening = { signal: stop.signal };
		window.addEventListener("dragenter", move(1), listening);
		window.addEventListener("dragleave", move(-1), listening);
		window.addEventListener("dragover", allow, listening);
		window.addEventListener("drop", drop, listening);
		return () => stop.abort();
	}, []);

	return (
		over && (
			<div className="pointer-events-none fixed inset-0 z-40 grid animate-in place-items-center bg-shade p-6">
				<p className="flex items-center gap-3 rounded-xl border-2 border-dashed border-brand bg-surface px-8 py-6 text-lg font-[550] shadow-2">
					<Upload aria-hidden="true" /> Drop songs or a folder of them
				</p>
			</div>
		)
	);
}
