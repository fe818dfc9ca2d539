"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { accept } from "./audio-files";
import { useUploads } from "./uploads";

/** Opens the file chooser for songs, several at once. */
export function UploadButton({ size = "s" }: { size?: "s" | "l" }) {
	const { add } = useUploads();
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button tone="primary" size={size} onClick={() => input.current?.click()}>
				<Upload /> Upload songs
			</Button>
			<input
				ref={input}
				hidden
				type="file"
				multiple
				aria-label="Songs to upload"
				accept={accept}
				onChange={({ currentTarget }) => {
					void add([...(currentTarget.files ?? [])]);
					// So that the same file can be chosen again after it failed.
					currentTarget.value = "";
				}}
			/>
		</>
	);
}
