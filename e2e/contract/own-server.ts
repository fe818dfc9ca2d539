import { afterAll, beforeAll } from "vitest";
import { startServer, type TestServer } from "../support/server";

/** The settings that make the two lanes, for tests that need servers of their own. */
export const ownLanes: { name: string; lane: Record<string, string> }[] = [
	{ name: "the fast lane", lane: {} },
	{ name: "Next's lane", lane: { FAST_LANE: "off" } },
];

/** Starts a server for the tests of this `describe`, with these settings; the answer finds it once they run. */
export function ownServer(env: Record<string, string>): () => TestServer {
	let server: TestServer | undefined;
	beforeAll(async () => {
		server = await startServer({ env });
	});
	afterAll(async () => {
		await server?.stop();
	});
	return () => {
		if (!server) throw new Error("the server is not there yet");
		return server;
	};
}
