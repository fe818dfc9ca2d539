"use client";

import { type RefObject, useEffect, useRef } from "react";
import { accept } from "./audio-files";
import { useUploads } from "./uploads-context";

/** The file chooser for songs, several at once; a button or a menu opens it. */
export function SongsInput({ ref }: { ref: RefObject<HTMLInputElement | null> }) {
	const { add } = useUploads();

	function take() {
		const input = ref.current;
		if (!input?.files?.length) return;
		void add([...input.files]);
		// So that the same file can be chosen again after it failed.
		input.value = "";
	}

	const first = useRef(take);
	// What was chosen before the page came alive told nobody.
	useEffect(() => first.current(), []);

	return <input ref={ref} hidden type="file" multiple aria-label="Songs to upload" accept={accept} onChange={take} />;
}
