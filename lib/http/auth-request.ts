import { parseJson, readBody } from "./read-body";

/** What next-auth reads of a request in the App Router. */
type AuthRequest = Request & { nextUrl: URL };

/** The same request with its body in hand: next-auth itself reads a body of any size, and fails on JSON that is none. */
export async function holdRequest(request: Request): Promise<AuthRequest> {
	const { method, headers, url } = request;
	const body = await readBody(request);
	if (headers.get("content-type")?.startsWith("application/json")) parseJson(body);
	const held = new Request(url, { method, headers, body: body.length > 0 ? new Uint8Array(body) : null });
	return Object.assign(held, { nextUrl: new URL(url) });
}
