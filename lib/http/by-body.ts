import { type Handler, handler } from "./handler";

/** One verb that takes a form with a file or JSON: which of the two is told by the request's type, and each refuses what is neither. */
export function byBody({ form, json }: { form: Handler; json: Handler }): Handler {
	return handler((request, params) => {
		const isForm = /^multipart\//i.test(request.headers.get("content-type") ?? "");
		return (isForm ? form : json).act(request, params);
	});
}
