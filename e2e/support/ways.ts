import { freshBacking } from "./backing";
import { startServer, type TestServer } from "./server";
import { testPostgres, testRedis } from "./throw-away";

/** A way that requests can take: through one of the two lanes, to one of the two engines. */
export type Way = { name: string; lane: "fast" | "next"; engine: "sqlite" | "postgresql" };

const services = testRedis() ? "PostgreSQL and Redis" : "PostgreSQL";
const onSqlite = (lane: Way["lane"]): Way => ({ name: `${laneNames[lane]} on SQLite`, lane, engine: "sqlite" });
const onServices = (lane: Way["lane"]): Way => ({ name: `${laneNames[lane]} on ${services}`, lane, engine: "postgresql" });
const laneNames = { fast: "the fast lane", next: "Next's lane" };

/** Each lane and each engine once. Where there is no PostgreSQL, both lanes are on SQLite. */
export const ways: Way[] = [onSqlite("fast"), testPostgres() ? onServices("next") : onSqlite("next")];

/** What busy links ask for comes by the fast lane to either engine. */
export const hotWays: Way[] = testPostgres() ? [...ways, onServices("fast")] : ways;

/** Both lanes with their files on the disk and one process alone, for tests that look there. */
export const diskWays: Way[] = [onSqlite("fast"), onSqlite("next")];

/** Starts a server that is asked this way, on a database of its own that goes with it. */
export async function startOn({ lane, engine }: Way, env: Record<string, string> = {}): Promise<TestServer> {
	const backing = engine === "postgresql" ? await freshBacking() : { env: {}, drop: async () => {} };
	const server = await startServer({ env: { ...backing.env, ...(lane === "next" ? { FAST_LANE: "off" } : {}), ...env } }).catch(
		async (error) => {
			await backing.drop();
			throw error;
		},
	);
	return {
		...server,
		async stop() {
			const code = await server.stop();
			await backing.drop();
			return code;
		},
	};
}
