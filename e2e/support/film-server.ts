import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What stands in for The Movie Database, over real HTTP: answers what it is told to and remembers what it was asked. */
export class FilmServer {
	readonly asked: { path: string; query: Record<string, string>; headers: IncomingHttpHeaders }[] = [];
	answer: Answer = (_request, response) => void response.end('{"results":[]}');
	url = "";
	private readonly server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
		this.asked.push({ path: pathname, query: Object.fromEntries(searchParams), headers: request.headers });
		this.answer(request, response);
	});

	static async start(): Promise<FilmServer> {
		const films = new FilmServer();
		await new Promise<void>((resolve) => films.server.listen(0, "127.0.0.1", resolve));
		films.url = `http://127.0.0.1:${(films.server.address() as AddressInfo).port}`;
		return films;
	}

	/** From now on it finds these. */
	finds(results: unknown): void {
		this.answer = (_request, response) => {
			response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ page: 1, results }));
		};
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
