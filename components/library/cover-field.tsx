"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import { coverTypes } from "./cover-file";
import { useCover } from "./use-cover";

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

type CoverFieldProps = { itemId: string; title: string; thumbnail: string | null };

/** An item's cover, to be replaced by the button or by dropping a picture onto it. */
export function CoverField({ itemId, title, thumbnail }: CoverFieldProps) {
	const { shown, own, busy, problem, replace, remove } = useCover(itemId, thumbnail);
	const [over, setOver] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	const noteId = useId();
	return (
		<div className="w-40 max-sm:mx-auto sm:w-52">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Change cover" */}
			<div
				data-takes-files
				className={`relative rounded-[1.5rem] ${over ? "outline-2 outline-offset-4 outline-brand outline-dashed" : ""}`}
				onDragOver={(event) => {
					if (!holdsFiles(event)) return;
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => {
					setOver(false);
					const file = event.dataTransfer.files[0];
					if (!file) return;
					event.preventDefault();
					void replace(file);
				}}
			>
				<Cover title={title} thumbnail={shown} className={`w-full rounded-[1.5rem] shadow-2 ${busy ? "opacity-70" : ""}`} />
			</div>
			<div className="mt-3 flex justify-center gap-1.5">
				<Button size="s" aria-describedby={problem ? noteId : undefined} held={busy} onClick={() => input.current?.click()}>
					<ImagePlus /> {own ? "Change cover" : "Add cover"}
				</Button>
				{own && (
					<Button size="s" icon aria-label="Remove cover" held={busy} onClick={() => void remove()}>
						<Trash2 />
					</Button>
				)}
			</div>
			<p id={noteId} role="status" className={`text-center text-[0.8125rem] text-bad wrap-anywhere ${problem ? "mt-2" : ""}`}>
				{problem}
			</p>
			<input
				ref={input}
				hidden
				type="file"
				aria-label="Cover picture"
				accept={coverTypes}
				onChange={({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					if (file) void replace(file);
					currentTarget.value = "";
				}}
			/>
		</div>
	);
}
