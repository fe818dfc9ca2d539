"use client";

import { ImagePlus } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { droppedFiles } from "@/components/upload/dropped-files";
import { accept } from "./batches";

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

/** Takes pictures and videos that are dropped anywhere on the page, folders of them too. A cover takes its own before this. */
export function DropFiles({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
	const [over, setOver] = useState(false);
	// Entering a child comes before leaving its parent: only the balance tells.
	const depth = useRef(0);
	const move = (by: 1 | -1) => (event: DragEvent) => {
		if (!holdsFiles(event)) return;
		depth.current = Math.max(0, depth.current + by);
		setOver(depth.current > 0);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Add pictures"
		<div
			data-takes-files
			className="min-h-[calc(100svh-4rem)]"
			onDragEnter={move(1)}
			onDragLeave={move(-1)}
			onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
			onDrop={(event) => {
				depth.current = 0;
				setOver(false);
				if (!holdsFiles(event) || event.defaultPrevented) return;
				event.preventDefault();
				void droppedFiles(event.dataTransfer).then(({ files }) => onFiles(files));
			}}
		>
			{children}
			{over && (
				<div className="pointer-events-none fixed inset-0 z-40 grid animate-in place-items-center bg-shade p-6">
					<p className="flex items-center gap-3 rounded-xl border-2 border-dashed border-accent bg-surface px-8 py-6 text-lg font-[550] shadow-2">
						<ImagePlus aria-hidden="true" /> Drop pictures and videos
					</p>
				</div>
			)}
		</div>
	);
}

/** Opens the chooser for pictures and videos, many at once. */
export function AddFilesButton({ tone = "plain", onFiles }: { tone?: "plain" | "primary"; onFiles: (files: File[]) => void }) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button tone={tone} size={tone === "primary" ? "m" : "s"} onClick={() => input.current?.click()}>
				<ImagePlus /> Add pictures
			</Button>
			<input
				ref={input}
				hidden
				multiple
				type="file"
				aria-label="Pictures and videos to add"
				accept={accept}
				onChange={({ currentTarget }) => {
					const files = [...(currentTarget.files ?? [])];
					// So that the same file can be chosen again.
					currentTarget.value = "";
					if (files.length > 0) onFiles(files);
				}}
			/>
		</>
	);
}
