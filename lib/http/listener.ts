import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Env } from "@/lib/env";
import { writeAnswer } from "./answer";
import { addressHeader, addressOf } from "./client-address";
import { type FastHandler, fastHandler } from "./fast-lane";
import { contentSecurityPolicy, newNonce, pageHeaders } from "./page-headers";
import { awaitPageStatus, forgetPageStatus, pageStatus } from "./page-status";
import { rememberReferral } from "./referral-cookie";

type WriteHead = (status: number, ...rest: unknown[]) => ServerResponse;
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The verbs that anything here has. Next fails on TRACE and answers others with a bare 400. */
const verbs = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What the server does with a request: corrects what it claims, then gives it to the fast lane or to Next's router. */
export function listener(env: Env, next: Listener, { dev }: { dev: boolean }): Listener {
	const { host, protocol } = new URL(env.origin);
	const ours = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };

	return async (request, response) => {
		const url = readable(request.url ?? "/");
		request.url = url;
		if (!url.startsWith("/") || !verbs.has(request.method ?? "")) {
			response.writeHead(url.startsWith("/") ? 501 : 400).end();
			return;
		}
		if (url.startsWith("/_next/image")) {
			response.writeHead(404).end();
			return;
		}
		setHeaders(request, { ...ours, [addressHeader]: addressOf(request, env.trustProxy) });

		const handler = env.fastLane && !dev ? fastHandler(request.method ?? "GET", url) : null;
		if (handler) {
			await answerFast(handler, request, response);
			return;
		}
		dressPage(request, response, dev);
		const referral = rememberReferral(env.origin, request.method, url);
		if (referral) response.appendHeader("Set-Cookie", referral);
		await next(request, response);
	};
}

/** Gives the handler the request as web standards have it. An answer in JSON is written as it is, a Response as such. */
function answerFast(handler: FastHandler, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const write = async (asked: Request) => {
		const answer = await handler(asked);
		if (answer instanceof Response) return answer;
		writeAnswer(response, answer);
		return RESPONSE_ALREADY_SENT;
	};
	return getRequestListener(write, { overrideGlobalObjects: false })(request, response);
}

/** A path whose percent signs are no encoding (`%ff`) is a name as it stands; Next fails on it. */
function readable(url: string): string {
	if (!url.includes("%")) return url;
	const [path = "", ...query] = url.split("?");
	try {
		decodeURIComponent(path);
		return url;
	} catch {
		return [path.replaceAll("%", "%25"), ...query].join("?");
	}
}

/** Replaces what a client claims about itself and about us by what we know. The fast lane reads the raw headers. */
function setHeaders(request: IncomingMessage, headers: Record<string, string>): void {
	const raw = request.rawHeaders;
	const kept: string[] = [];
	for (let at = 0; at < raw.length; at += 2) {
		const name = raw[at] ?? "";
		if (!Object.hasOwn(headers, name.toLowerCase())) kept.push(name, raw[at + 1] ?? "");
	}
	for (const [name, value] of Object.entries(headers)) {
		kept.push(name, value);
		request.headers[name] = value;
	}
	request.rawHeaders = kept;
}

/** Gives a page its nonce, its headers and the status that it asks for while it renders. */
function dressPage(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
	const nonce = newNonce();
	const policy = contentSecurityPolicy(nonce, dev);
	setHeaders(request, { "x-nonce": nonce, "content-security-policy": policy });
	response.setHeader("Content-Security-Policy", policy);
	const url = request.url ?? "/";
	if (url.startsWith("/api/")) return;
	for (const [name, value] of Object.entries(pageHeaders(url))) response.setHeader(name, value);
	const writeHead = response.writeHead.bind(response) as WriteHead;
	response.writeHead = ((status, ...rest) => {
		const asked = pageStatus(nonce);
		const chosen = asked.status ?? status;
		if (asked.isIndexed) response.removeHeader("X-Robots-Tag");
		if (chosen === 503) response.setHeader("Retry-After", "1");
		return writeHead(chosen, ...rest);
	}) as WriteHead;
	awaitPageStatus(nonce);
	response.once("close", () => forgetPageStatus(nonce));
}
