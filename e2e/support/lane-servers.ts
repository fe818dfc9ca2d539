import type { TestProject } from "vitest/node";
import { startServer, type TestServer } from "./server";

/** One of the two servers, as tests see it. */
export type Lane = Pick<TestServer, "url" | "dataDir" | "postgresUrl" | "pid"> & { name: string };

declare module "vitest" {
	interface ProvidedContext {
		lanes: Lane[];
	}
}

/** Contract tests ask two servers: one answers hot routes itself, the other sends every request through Next. */
export default async function startLanes(project: TestProject): Promise<() => Promise<void>> {
	// Budgets of failures are not scaled: behind a proxy that is trusted, a test that means to fail does it from an address of its own.
	const env = { RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" };
	const [fast, next] = await Promise.all([startServer({ env }), startServer({ env: { ...env, FAST_LANE: "off" } })]);
	const lane = (name: string, { url, dataDir, postgresUrl, pid }: TestServer): Lane => ({ name, url, dataDir, postgresUrl, pid });
	project.provide("lanes", [lane("the fast lane", fast), lane("Next's lane", next)]);
	return async () => {
		await Promise.all([fast.stop(), next.stop()]);
		// A 500 that no test looked at, an error that nobody caught: the servers wrote it down.
		// Next writes of each stream that a closed link cut off that it failed to pipe it; that one was meant.
		const lines = `${fast.output()}\n${next.output()}`.split("\n");
		const defects = lines.filter((line) => /failed:|⨯|Unhandled|Uncaught/.test(line) && !line.includes("failed to pipe response"));
		if (defects.length > 0) throw new Error(`The servers tell of defects:\n${defects.join("\n")}`);
	};
}
