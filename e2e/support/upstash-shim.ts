import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Redis } from "ioredis";
import { z } from "zod";

/**
 * What speaks Upstash's REST protocol in front of a Redis: `POST /` takes a command, `POST /pipeline` several, with a bearer token. Strings are
 * answered in base64 where the client asks for that. Scripts may carry the flag that Upstash's servers alone know.
 */
export type UpstashShim = { url: string; token: string; stop(): Promise<void> };

const word = z.union([z.string(), z.number(), z.null()]).transform((value) => String(value ?? ""));
const command = z.array(word).min(1);

export async function startUpstashShim(redisUrl: string, token = "a-token-of-the-test"): Promise<UpstashShim> {
	const redis = new Redis(redisUrl, { retryStrategy: () => 100, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
	redis.on("error", () => {});
	const digests = new Map<string, string>();

	/** Upstash's scripts on a Redis: without their first line, under the digest that they have with it. */
	async function run([name = "", script = "", ...rest]: string[]): Promise<unknown> {
		if (!/^eval(sha)?$/i.test(name)) return redis.call(name, ...(script === "" ? rest : [script, ...rest]));
		if (name.toLowerCase() === "evalsha") return redis.call("evalsha", digests.get(script) ?? script, ...rest);
		const plain = script.replace(/^#!lua flags=allow-key-locking/, "");
		digests.set(await digestOf(script), await digestOf(plain));
		return redis.call("eval", plain, ...rest);
	}
	const digestOf = async (script: string) => Buffer.from(await crypto.subtle.digest("SHA-1", Buffer.from(script))).toString("hex");

	async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
		if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: "Unauthorized" } };
		const body: unknown = JSON.parse(await text(request));
		const encode = request.headers["upstash-encoding"] === "base64" ? base64 : (value: unknown) => value;
		const one = async (words: string[]) => {
			try {
				return { result: encode(await run(words)) };
			} catch (error) {
				return { error: error instanceof Error ? error.message : "ERR" };
			}
		};
		if (request.url === "/pipeline") return { status: 200, body: await Promise.all(z.array(command).parse(body).map(one)) };
		const result = await one(command.parse(body));
		return { status: "error" in result ? 400 : 200, body: result };
	}

	const server = createServer(async (request, response) => {
		const { status, body } = await answer(request).catch(() => ({ status: 400, body: { error: "ERR syntax error" } }));
		response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		token,
		async stop() {
			redis.disconnect();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function base64(value: unknown): unknown {
	if (typeof value === "string") return value === "OK" ? value : Buffer.from(value).toString("base64");
	return Array.isArray(value) ? value.map(base64) : value;
}
