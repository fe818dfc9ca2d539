import { type Backing, freshBacking } from "./backing";
import type { Place } from "./database";
import { startServer, type TestServer } from "./server";

/** Two servers of one installation: they share database, Redis and files, and each knows nothing of the other. */
export type Pair = { one: TestServer; other: TestServer; urls: [string, string]; place: Place; stop(): Promise<void> };

/** What each of a pair's servers gets as its settings, beside those that lead to what they share. */
const settings = { RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1", ORIGIN: "http://passalong.test" };

/** Starts a pair, with these settings beside, on what it is given or on a fresh database of the throw-away services. */
export async function startPair(env: Record<string, string> = {}, given?: Backing): Promise<Pair> {
	const backing = given ?? (await freshBacking());
	const all = { ...settings, ...backing.env, ...env };
	// One after the other would be kinder to the database; together they find out whether its tables are made once.
	const [one, other] = await Promise.all([startServer({ env: all }), startServer({ env: all })]);
	return {
		one,
		other,
		urls: [one.url, other.url],
		place: one,
		async stop() {
			await Promise.all([one.stop(), other.stop()]);
			await backing.drop();
		},
	};
}
