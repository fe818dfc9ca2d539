// The table of figures: what the built server does at saturation and at half of it, beside a floor measured in the same minute.
import { loadavg } from "node:os";
import { Complaint, step } from "../scripts/steps/run.mjs";
import { postgres, sqlite } from "./database.mjs";
import { byAutocannon, rawSqlite, throughNext } from "./floors.mjs";
import { startFloor, startGenerator } from "./load.mjs";
import { busyWithOthers, cpuSeconds, watchMemory } from "./machine.mjs";
import { aims, lines, median } from "./print.mjs";
import { requests } from "./requests.mjs";
import { largestBlob, rows } from "./rows.mjs";
import { ask, makeScene } from "./scene.mjs";
import { startServer } from "./server.mjs";
import { startPostgres } from "./stores.mjs";

const rounds = 3;
/** Seconds of one run; each figure is the median of three. */
const runs = { warm: 1.5, floor: 1, few: 2, many: 1.5, half: 1.5 };
/** More plays a second than these are not prepared for. */
const mostPlays = 15_000;

/** What a run cost the watched process, per answered request. */
async function watch(pid, run) {
	const before = cpuSeconds(pid);
	const result = await run();
	const after = cpuSeconds(pid);
	return { ...result, cpu: before === null || after === null ? null : ((after - before) / result.answered) * 1e6 };
}

/** Measures one row; throws a Complaint when the database's counts are not those of the answers. */
async function measureRow({ row, moves, file, visitsOn, title }, { server, scene, db, generator, floor }) {
	const before = await db.counts();
	let next = 0;
	let prepared = 0;
	const prepare = async (count) => {
		if (!visitsOn) return scene;
		prepared += count;
		return { ...scene, visits: await db.visits(count, visitsOn(scene)), firstVisit: next };
	};
	const load = async (job) => {
		const visits = Math.ceil(((job.rate ?? mostPlays) * job.seconds) / scene.songs.length / 128 + 1) * 128;
		const ready = await prepare(visits);
		const commits = await db.commits();
		const most = visitsOn ? visits * scene.songs.length : Number.MAX_SAFE_INTEGER;
		const result = await watch(server.pid, () => generator.run({ port: server.port, row, scene: ready, first: next, most, ...job }));
		next += result.answered;
		return { ...result, commits: ((await db.commits()) - commits) / result.answered };
	};

	const sample = await ask(server.port, requests[row](await prepare(128))(next++));
	await floor.answers(sample, file && { ...file, file: largestBlob(server.dataDir) });
	await load({ connections: 64, seconds: runs.warm });
	const memory = watchMemory(server.pid);
	const found = { floor: [], few: [], many: [], half: [] };
	for (let round = 0; round < rounds; round++) {
		const job = { port: floor.port, row, scene: await prepare(visitsOn ? 128 : 0), first: next, connections: 64, seconds: runs.floor };
		found.floor.push(await watch(floor.pid, () => generator.run(job)));
		found.few.push(await load({ connections: 64, seconds: runs.few }));
		found.many.push(await load({ connections: 128, seconds: runs.many }));
	}
	const rate = Math.max(median(found.few, "rate"), median(found.many, "rate")) / 2;
	for (let round = 0; round < rounds; round++) found.half.push(await load({ connections: 128, rate, seconds: runs.half }));

	const after = await db.counts();
	for (const [name, count] of Object.entries(after)) {
		const moved = count - before[name] - (name === "visits" ? prepared : 0);
		const expected = moves.includes(name) ? next : 0;
		if (moved !== expected) throw new Complaint(`${title}: ${next} were answered, and ${name} moved by ${moved} instead of ${expected}.`);
	}
	return { title, row, halfRate: rate, memory: memory.end(), ...found };
}

/** All rows of some groups on one store. */
async function measureOn(store, groups, { generator, floor, flags }) {
	const start = performance.now();
	const server = await startServer({ TRUST_PROXY: "1", ...store.settings }, flags);
	const db = await store.open(server);
	try {
		const scene = await step(`${db.name}: making what is measured`, () => makeScene(server));
		const preparing = performance.now() - start;
		const measured = [];
		for (const row of rows.filter(({ group }) => groups.includes(group)))
			measured.push(await step(`${db.name}: ${row.title}`, () => measureRow(row, { server, scene, db, generator, floor })));
		return { name: db.name, version: db.version, scene, preparing, measured };
	} finally {
		await db.close();
		await server.stop();
	}
}

/** `{title, versions, lines}` of the whole table, and how many ms the first server was `preparing`. `withPostgres` adds the same rows on PostgreSQL and Redis; `flags` are for Node. */
export async function measure({ groups, withPostgres, flags = [] }) {
	const others = [await busyWithOthers()];
	const generator = startGenerator();
	const floor = await startFloor();
	const stores = [{ settings: {}, open: async ({ dataDir }) => sqlite(dataDir) }];
	const services = withPostgres ? await startPostgres() : null;
	if (services) stores.push({ settings: services.settings, open: () => postgres(services.settings.DATABASE_URL) });
	try {
		const driver = rawSqlite();
		const router = await step("Floor: Next's router", () => throughNext(generator, watch));
		const tables = [];
		for (const store of stores) tables.push(await measureOn(store, groups, { generator, floor, flags }));
		const [{ scene, preparing }] = tables;
		await floor.answers({ status: 204, headers: [], body: Buffer.alloc(0) });
		const other = await step("Floor: another generator", () => byAutocannon(floor.port, "opens-hot", scene));
		const own = await generator.run({ port: floor.port, row: "opens-hot", scene, connections: 64 });
		others.push(await busyWithOthers());
		const floors = { driver, router, other, own: own.rate };
		return {
			title: "What a request costs",
			preparing,
			versions: tables.map(({ version }) => version).join(", "),
			lines: [...lines({ tables, floors, rounds, others, load: loadavg()[0] }), "", ...aims(tables)],
		};
	} finally {
		generator.stop();
		floor.stop();
		await services?.stop();
	}
}
