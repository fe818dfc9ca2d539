import { type Answer, readAnswer } from "@/components/api";

/** Largest file that the server takes, in bytes. */
const largest = 200 * 1024 * 1024;

/** What is wrong with a file before it is even sent, or null. */
export function fileProblem(file: Pick<File, "size">): string | null {
	if (file.size === 0) return "This file is empty.";
	return file.size > largest ? "This file is larger than 200 MB." : null;
}

/** Sends a file as `field` of a form, telling how far it is (0 to 1). The one way a browser tells so is XMLHttpRequest. */
export function uploadFile<Data>(path: string, field: string, file: File, onProgress: (share: number) => void) {
	const request = new XMLHttpRequest();
	const answer = new Promise<Answer<Data>>((resolve) => {
		request.upload.addEventListener("progress", (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0));
		request.addEventListener("load", () => resolve(readAnswer(request.status, request.responseText)));
		request.addEventListener("error", () => resolve(readAnswer(0, "")));
		request.addEventListener("abort", () => resolve(readAnswer(0, "")));
		const form = new FormData();
		form.append(field, file);
		request.open("POST", path);
		request.send(form);
	});
	return { answer, cancel: () => request.abort() };
}
