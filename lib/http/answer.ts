import type { ServerResponse } from "node:http";
import { envelope } from "@/lib/contracts/envelopes";
import { type Dialect, phrase } from "@/lib/contracts/phrases";
import { isRefused, type RefusalCode, Refused } from "@/lib/refused";
import { fieldsInWords, issuesOf } from "./issues";

/** An answer in JSON; without `body` there is none. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

export type Words = Partial<Record<RefusalCode, string>>;

/** On every answer of the API: what a link shows is for this visitor and this moment, and for no search engine. */
export const privateHeaders = {
	"Cache-Control": "private, no-store",
	"Referrer-Policy": "no-referrer",
	"X-Content-Type-Options": "nosniff",
	"X-Robots-Tag": "noindex, nofollow",
};

/** JSON with the headers of every answer. */
export function toResponse({ status = 200, body, headers }: Answer): Response {
	const all = { ...privateHeaders, ...headers };
	return body === undefined ? new Response(null, { status, headers: all }) : Response.json(body, { status, headers: all });
}

/** The same, written to Node's response at once: a Response in between costs more than all else that the server does for a small answer. */
export function writeAnswer(response: ServerResponse, { status = 200, body, headers }: Answer): void {
	const text = body === undefined ? undefined : JSON.stringify(body);
	const content = text === undefined ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
	response.writeHead(status, { ...content, ...privateHeaders, ...headers });
	response.end(text);
}

/** Any error as its family's envelope. What is no refusal is a defect of ours: it goes to the log, and its words stay there. */
export function refusal(dialect: Dialect, error: unknown, request: Request, words: Words = {}): Answer {
	if (!isRefused(error)) console.error(`${request.method} ${withoutSecrets(new URL(request.url).pathname)} failed:`, error);
	const refused = isRefused(error) ? error : new Refused("failed");
	const { status, text } = phrase(dialect, refused.code);
	const said = words[refused.code] ?? text;
	const { issues: _, ...fields } = refused.fields;
	const problem = {
		code: refused.code,
		status,
		text: fieldsInWords(refused) ?? said,
		phrase: said,
		fields,
		issues: issuesOf(refused, text),
	};
	return { status, body: envelope(dialect, problem), headers: refused.headers };
}

/** Codes, session ids and tokens in a path are secrets; the log shows where they stood. */
function withoutSecrets(path: string): string {
	return path.replace(/[0-9a-f-]{16,}/gi, ":secret");
}
