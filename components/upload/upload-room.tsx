"use client";

import { useUploads } from "./uploads-context";

/** What the uploads' panel covers can be scrolled up from under it. */
export function UploadRoom() {
	const { list, note } = useUploads();
	return list.length > 0 || note ? <div aria-hidden="true" className="h-[min(24rem,45svh)]" /> : null;
}
