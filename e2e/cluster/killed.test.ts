import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { Account } from "../support/account";
import { type Backing, freshBacking } from "../support/backing";
import { Client } from "../support/client";
import type { Place } from "../support/database";
import { startServer, type TestServer } from "../support/server";
import { testPostgres } from "../support/throw-away";
import { Load } from "./load";
import { reckon } from "./reckon";
import { videoLink } from "./scene";

const rounds = 20;
/** Answered plays after which the power goes: enough of them that many more are under way. */
const enough = 30;

const quiet = { RATE_LIMIT_SCALE: "100000", TRUST_PROXY: "1" };

/** A load on these servers, of which one is killed; answers what finds out whether anything was lost or granted beyond the limit. */
async function killUnderLoad(servers: TestServer[], victim: TestServer, owner: Account): Promise<(place: Place) => Promise<void>> {
	const link = await videoLink(owner, 5);
	const load = new Load(
		servers.map(({ url }) => url),
		link,
	);
	await vi.waitUntil(() => load.plays > enough, { timeout: 120_000, interval: 5 });
	await victim.kill();
	const told = await load.end();
	return (place) => reckon(place, link, told);
}

/** The server answers, and its link still opens. */
const works = async ({ url }: TestServer, owner: Account) => {
	expect((await owner.at(url).fetch("/api/me")).status).toBe(200);
	expect((await new Client(url).get("/api/health/ready")).status).toBe(200);
};

// Together, because a server that starts keeps one core busy, and each of them has a folder or a database of its own.
describe.concurrent("a server that is killed under load", { timeout: 1_800_000 }, () => {
	test(`loses nothing that it answered, ${rounds} times, on SQLite`, async () => {
		const folder = await mkdtemp(join(tmpdir(), "passalong-killed-"));
		const start = () => startServer({ env: { ...quiet, DATA_DIR: folder } });
		let server = await start();
		const owner = await Account.signUp(server.url);
		for (let round = 0; round < rounds; round++) {
			const check = await killUnderLoad([server], server, owner.at(server.url));
			server = await start();
			await works(server, owner);
			await check(server);
		}
		expect(await server.stop()).toBe(0);
		await rm(folder, { recursive: true, force: true });
	});

	test.skipIf(!testPostgres())(`loses nothing that it answered, ${rounds} times, one of two on PostgreSQL`, async () => {
		const backing: Backing = await freshBacking();
		const start = () => startServer({ env: { ...quiet, ...backing.env } });
		let servers = await Promise.all([start(), start()]);
		const owner = await Account.signUp(servers[0]?.url ?? "");
		for (let round = 0; round < rounds; round++) {
			const [victim, survivor] = (round % 2 === 0 ? servers : [...servers].reverse()) as [TestServer, TestServer];
			const check = await killUnderLoad([victim, survivor], victim, owner.at(survivor.url));
			await works(survivor, owner);
			servers = [await start(), survivor];
			for (const server of servers) await works(server, owner);
			await check(survivor);
		}
		await Promise.all(servers.map((server) => server.stop()));
		await backing.drop();
	});
});
