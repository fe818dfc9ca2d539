import { type Answer, readAnswer } from "@/components/api";

/** Sends a file as `field` of a form, with these other fields, telling how far it is (0 to 1). The one way a browser tells so is XMLHttpRequest. */
export function uploadFile<Data>(
	path: string,
	field: string,
	file: File,
	{
		onProgress,
		method = "POST",
		fields = {},
	}: { onProgress?: (share: number) => void; method?: "POST" | "PUT"; fields?: Record<string, string> } = {},
) {
	const request = new XMLHttpRequest();
	const answer = new Promise<Answer<Data>>((resolve) => {
		request.upload.addEventListener("progress", (event) => onProgress?.(event.total > 0 ? event.loaded / event.total : 0));
		request.addEventListener("load", () => resolve(readAnswer(request.status, request.responseText)));
		request.addEventListener("error", () => resolve(readAnswer(0, "")));
		request.addEventListener("abort", () => resolve(readAnswer(0, "")));
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append(field, file);
		request.open(method, path);
		request.send(form);
	});
	return { answer, cancel: () => request.abort() };
}
