import { type Answer, readAnswer } from "@/components/api";

/** Sends a file as `field` of a form, with these other fields. */
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
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append(field, file);
	return sendForm<Data>(method, path, form, onProgress);
}

/** Sends a form, telling how much of it is through (0 to 1). The one way a browser tells so is XMLHttpRequest. */
export function sendForm<Data>(method: "POST" | "PUT", path: string, form: FormData, onProgress?: (share: number) => void) {
	const request = new XMLHttpRequest();
	const answer = new Promise<Answer<Data>>((resolve) => {
		request.upload.addEventListener("progress", (event) => onProgress?.(event.total > 0 ? event.loaded / event.total : 0));
		// Of what broke off, status and text are 0 and "".
		for (const end of ["load", "error", "abort"])
			request.addEventListener(end, () => resolve(readAnswer(request.status, request.responseText)));
		request.open(method, path);
		request.send(form);
	});
	return { answer, cancel: () => request.abort() };
}
