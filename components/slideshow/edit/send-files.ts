import { type Answer, readAnswer } from "@/components/api";
import type { Medium, Skipped } from "./model";

export type Added = { media: Medium[]; skipped: Skipped[] };

/** Sends several files as one form, telling how much of it is through (0 to 1). */
export function sendFiles(path: string, files: readonly File[], onProgress: (share: number) => void) {
	const request = new XMLHttpRequest();
	const answer = new Promise<Answer<Added>>((resolve) => {
		request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
		for (const end of ["load", "error", "abort"])
			request.addEventListener(end, () => resolve(readAnswer(request.status, request.responseText)));
		const form = new FormData();
		for (const file of files) form.append("files[]", file);
		request.open("POST", path);
		request.send(form);
	});
	return { answer, cancel: () => request.abort() };
}
