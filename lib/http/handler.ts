import { type Answer, toResponse } from "./answer";

/** What a verb does with a request: the answer, for its lane to write. `params` are the path's segments by name. */
export type Act = (request: Request, params: Readonly<Record<string, string>>) => Promise<Answer | Response>;
/** What Next calls. */
export type NextHandler = (
	request: Request,
	context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;
/** The same verb for both lanes: Next calls it, the fast lane calls its `act` and writes the answer without making a Response. */
export type Handler = NextHandler & { act: Act };

/** A verb that either lane can call. */
export function handler(act: Act): Handler {
	const call: NextHandler = async (request, { params }) => {
		const answer = await act(request, strings((await params) ?? {}));
		return answer instanceof Response ? answer : toResponse(answer);
	};
	return Object.assign(call, { act });
}

function strings(params: Record<string, string | string[] | undefined>): Record<string, string> {
	return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
