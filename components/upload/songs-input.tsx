"use client";

import type { Ref } from "react";
import { accept } from "./audio-files";
import { useUploads } from "./uploads";

/** The file chooser for songs, several at once; a button or a menu opens it. */
export function SongsInput({ ref }: { ref: Ref<HTMLInputElement> }) {
	const { add } = useUploads();
	return (
		<input
			ref={ref}
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
	);
}
