"use client";

import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useUploads } from "./uploads";

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** A page onto which files can be dropped. */
export function DropZone({ children }: { children: ReactNode }) {
	const { add } = useUploads();
	const [over, setOver] = useState(false);
	// Entering a child fires before leaving its parent: only the balance tells whether the page has been left.
	const depth = useRef(0);

	function move(event: DragEvent, by: 1 | -1) {
		if (!holdsFiles(event)) return;
		event.preventDefault();
		depth.current += by;
		setOver(depth.current > 0);
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Upload songs"
		<div
			className="min-h-svh"
			onDragEnter={(event) => move(event, 1)}
			onDragLeave={(event) => move(event, -1)}
			onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
			onDrop={(event) => {
				if (!holdsFiles(event)) return;
				event.preventDefault();
				depth.current = 0;
				setOver(false);
				add(event.dataTransfer.files);
			}}
		>
			{children}
			{over && (
				<div className="pointer-events-none fixed inset-0 z-40 grid animate-in place-items-center bg-shade p-6">
					<p className="flex items-center gap-3 rounded-xl border-2 border-dashed border-brand bg-surface px-8 py-6 text-lg font-[550] shadow-2">
						<Upload aria-hidden="true" /> Drop songs to upload them
					</p>
				</div>
			)}
		</div>
	);
}
