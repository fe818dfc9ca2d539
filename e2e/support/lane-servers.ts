import type { TestProject } from "vitest/node";
import type { Shelf } from "./files";
import { startS3 } from "./s3";
import type { TestServer } from "./server";
import { hotWays, startOn, type Way, ways } from "./ways";

/** One of the servers, as tests see it. */
export type Lane = Way & Shelf & Pick<TestServer, "url" | "postgresUrl" | "pid">;

declare module "vitest" {
	interface ProvidedContext {
		lanes: Lane[];
		hotLanes: Lane[];
	}
}

/**
 * Next writes of each stream that a closed link cut off that it failed to pipe it; that one was meant. A machine with too much to do may make
 * Redis wait for a moment, which is said, and made up for.
 */
const meant = /failed to pipe response|^Redis: /;

/** Contract tests ask servers that differ: one answers hot routes itself, one sends every request through Next, each on an engine. */
export default async function startLanes(project: TestProject): Promise<() => Promise<void>> {
	if (hotWays.length === ways.length) console.warn("\n!!! No PostgreSQL: the contract tests ask SQLite alone.\n");
	// Budgets of failures are not scaled: behind a proxy that is trusted, a test that means to fail does it from an address of its own.
	const env = { RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" };
	const files = await startS3();
	const started = await Promise.all(
		hotWays.map(async (way) => {
			const bucket = way.engine === "postgresql" ? { ...files.env, S3_PREFIX: `${way.lane}/` } : null;
			return { way, bucket, server: await startOn(way, { ...env, ...bucket }) };
		}),
	);
	const all = started.map(({ way, bucket, server: { url, dataDir, postgresUrl, pid } }): Lane => {
		return { ...way, bucket, url, dataDir, postgresUrl, pid };
	});
	project.provide("lanes", all.slice(0, ways.length));
	project.provide("hotLanes", all);
	return async () => {
		await Promise.all(started.map(({ server }) => server.stop()));
		await files.stop();
		// A 500 that no test looked at, an error that nobody caught: the servers wrote it down.
		const lines = started.flatMap(({ server }) => server.output().split("\n"));
		const defects = lines.filter((line) => /failed:|⨯|Unhandled|Uncaught/.test(line) && !meant.test(line));
		if (defects.length > 0) throw new Error(`The servers tell of defects:\n${defects.join("\n")}`);
	};
}
