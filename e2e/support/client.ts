import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** An answer as it came over the wire. `body` is parsed JSON where the answer says that it is JSON, else its text. */
export type Heard<Body = unknown> = { status: number; headers: IncomingHttpHeaders; body: Body; bytes: Buffer };

type Sent = { headers?: Headers; body?: string | Uint8Array };
type Headers = Record<string, string>;

/**
 * A burst of hundreds of requests waits for a socket instead of opening hundreds. Each server has so few of them under way that the last one's turn comes
 * long before a server with too much to do would say "try again", however slow the machine is.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** For who waits for what is away: each request keeps its socket for long, and none may wait for another's. */
export function manySockets(): void {
	agent.maxSockets = 200;
}

/**
 * Speaks HTTP as a test needs it and `fetch` forbids: any path goes out as it stands (`/../`, `%00`), any header too (Host),
 * nothing is followed, and no more than twenty sockets are open to one server at once. `headers` go with every request.
 */
export class Client {
	constructor(
		readonly url: string,
		readonly headers: Headers = {},
	) {}

	/** The same caller, but behind a trusted proxy's word that it is at an address that nobody else has. */
	elsewhere(): Client {
		const address = ["10", ...crypto.getRandomValues(new Uint8Array(3))].join(".");
		return new Client(this.url, { ...this.headers, "x-forwarded-for": address });
	}

	get<Body = unknown>(path: string, headers?: Headers): Promise<Heard<Body>> {
		return this.ask("GET", path, { headers });
	}

	post<Body = unknown>(path: string, body?: unknown, headers?: Headers): Promise<Heard<Body>> {
		return this.send("POST", path, body, headers);
	}

	patch<Body = unknown>(path: string, body?: unknown, headers?: Headers): Promise<Heard<Body>> {
		return this.send("PATCH", path, body, headers);
	}

	delete<Body = unknown>(path: string, body?: unknown, headers?: Headers): Promise<Heard<Body>> {
		return this.send("DELETE", path, body, headers);
	}

	/** A request with a JSON body, or with none when `body` is undefined. */
	send<Body = unknown>(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Heard<Body>> {
		if (body === undefined) return this.ask(method, path, { headers });
		return this.ask(method, path, { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
	}

	/** A request with these very bytes. Rejects when the connection breaks before the answer is whole. */
	ask<Body = unknown>(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Heard<Body>> {
		const { hostname, port } = new URL(this.url);
		const isChunked = "transfer-encoding" in headers;
		const length: Headers = body === undefined || isChunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
		return new Promise((resolve, reject) => {
			// Limits count by address, and localhost has two.
			const sending = request(
				{ hostname, family: 4, port, path, method, agent, headers: { ...length, ...this.headers, ...headers } },
				(answer) => {
					const chunks: Buffer[] = [];
					answer.on("data", (chunk: Buffer) => chunks.push(chunk));
					answer.once("error", reject);
					answer.once("end", () => {
						const bytes = Buffer.concat(chunks);
						const isJson = bytes.length > 0 && answer.headers["content-type"]?.startsWith("application/json");
						try {
							const body: Body = isJson ? JSON.parse(bytes.toString()) : bytes.toString();
							resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, bytes });
						} catch (error) {
							reject(error);
						}
					});
				},
			);
			sending.once("error", reject);
			sending.end(body);
		});
	}
}
