import { afterAll, beforeAll } from "vitest";
import type { TestServer } from "../support/server";
import { startOn, type Way } from "../support/ways";

export { diskWays, ways } from "../support/ways";

/** Starts a server for the tests of this `describe`, with these settings; the answer finds it once they run. */
export function ownServer(way: Way, env: Record<string, string> = {}): () => TestServer {
	let server: TestServer | undefined;
	beforeAll(async () => {
		server = await startOn(way, env);
	});
	afterAll(async () => {
		await server?.stop();
	});
	return () => {
		if (!server) throw new Error("the server is not there yet");
		return server;
	};
}
