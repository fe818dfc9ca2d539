// A throw-away PostgreSQL, Redis and S3 store for the tests, and a Python for them, from the system's programs.
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { within } from "./paths.mjs";
import { debianPackages, executable, onPath } from "./programs.mjs";
import { Complaint, run } from "./run.mjs";
import { freePort, throwAway } from "./throw-away.mjs";

const debian = "/usr/lib/postgresql";

/** The folder of PostgreSQL's server programs, or null. Debian keeps them off the PATH, newest last. */
async function postgresFolder() {
	const config = onPath("pg_config").find(executable);
	const told = config ? [(await run(config, ["--bindir"])).output.trim()] : [];
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...onPath(""), ...told, ...versions.map((version) => join(debian, version, "bin"))];
	return folders.find((folder) => executable(join(folder, "postgres")) && executable(join(folder, "initdb"))) ?? null;
}

/** What `find` finds, if need be after these packages were installed. */
const had = async (find, ...packages) => {
	const here = await find();
	if (here) return here;
	await debianPackages(...packages);
	return find();
};

/** PostgreSQL refuses to run as root: then as `postgres`, which its package makes, else as `nobody`. */
async function unprivileged() {
	if (process.getuid?.() !== 0) return {};
	for (const name of ["postgres", "nobody"]) {
		const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).output.trim())));
		if (uid && gid) return { uid, gid };
	}
	throw new Complaint("PostgreSQL cannot run as root, and there is neither an account postgres nor nobody.");
}

/**
 * A program that tests can stop and start again at the same place: `{url, port, start(), signal(signal), stop(signal), end()}`.
 * `start` answers when it takes connections, `stop` when it has gone, `end` also removes what it kept.
 */
async function again(url, port, launch, forget) {
	let running = await launch();
	return {
		url,
		port,
		async start() {
			running ??= await launch();
		},
		signal(signal) {
			if (running) process.kill(running.pid, signal);
		},
		async stop(signal) {
			await running?.stop(signal);
			running = null;
		},
		async end() {
			await this.stop();
			forget();
		},
	};
}

/** A PostgreSQL of its own on a free port, or null where there is no such program. `settings`: lines as in postgresql.conf. */
export async function postgres({ settings = [] } = {}) {
	const bin = await had(postgresFolder, "postgresql");
	if (!bin) return null;
	const user = await unprivileged();
	const folder = mkdtempSync(join(tmpdir(), "passalong-postgres-"));
	if (user.uid) chownSync(folder, user.uid, user.gid);
	const data = join(folder, "data");
	// Without waiting for the disk while nothing is in it yet. Afterwards it does: what a commit promises is what the tests are about.
	const init = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync"];
	await throwAway(join(bin, "initdb"), [...init, "-D", data], { ready: /^Success/m, place: folder, user }).then((made) => made.ended);
	const port = await freePort();
	const lines = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "lc_messages=C", ...settings];
	const args = ["-D", data, "-p", String(port), ...lines.flatMap((line) => ["-c", line])];
	return again(
		`postgres://postgres@127.0.0.1:${port}/postgres`,
		port,
		// SIGINT lets nobody wait for clients that stay connected.
		async () => {
			const running = await throwAway(join(bin, "postgres"), args, { ready: /ready to accept connections/, place: folder, user });
			return { ...running, stop: (signal = "SIGINT") => running.stop(signal) };
		},
		() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
	);
}

/** A Redis of its own on a free port that keeps nothing, or null where there is no such program. */
export async function redis() {
	const program = await had(async () => onPath("redis-server").find(executable) ?? null, "redis-server");
	if (!program) return null;
	const port = await freePort();
	const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"];
	return again(
		`redis://127.0.0.1:${port}`,
		port,
		() => throwAway(program, args, { ready: /Ready to accept connections/ }),
		() => {},
	);
}

/** The system's own Python, which is the one that Debian's packages are for, when it knows all of these. */
async function pythonWith(...modules) {
	const python = "/usr/bin/python3";
	return (await run(python, ["-c", `import ${modules.join(", ")}`])).code === 0 ? python : null;
}

/**
 * OpenStack Swift, which speaks S3 and is nobody's imitation of ours, or null where it cannot be had. The address is
 * `http://<access key>:<secret>@host:port/<bucket>`; who uses it makes the bucket.
 */
export async function s3() {
	const python = await had(() => pythonWith("swift.common.wsgi"), "python3-swift");
	if (!python) return null;
	const folder = mkdtempSync(join(tmpdir(), "passalong-swift-"));
	const port = await freePort();
	return again(
		`http://test%3Atester:testing@127.0.0.1:${port}/passalong`,
		port,
		() =>
			throwAway(python, [within("scripts/steps/s3-store.py"), folder, String(port)], {
				ready: /Ready to accept connections/,
				place: folder,
			}),
		() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
	);
}

/** A Python that speaks Socket.IO by a library that is nobody's of ours, or null where it cannot be had. It is a program, not a service. */
const pythonOrNot = async () => {
	const python = await had(() => pythonWith("socketio", "aiohttp"), "python3-socketio", "python3-aiohttp");
	if (!python)
		console.warn("\n!!! There is no python-socketio: sockets are tested by one client only (python3-socketio, python3-aiohttp).\n");
	return python;
};

const names = { postgres: "PostgreSQL", redis: "Redis" };

/** Null, and loud, where it cannot be had: our own stand-in is asked nearly the same, so even continuous integration goes on. */
const s3OrNot = () =>
	s3()
		.catch((error) => {
			console.warn(error.message);
			return null;
		})
		.then((store) => {
			if (!store)
				console.warn("\n!!! There is no OpenStack Swift: files in a bucket are tested against our own stand-in only (python3-swift).\n");
			return store;
		});

/**
 * Starts what is asked for and answers `{postgresUrl, redisUrl, s3Url, python, stop()}`, null for what cannot be had. That is said in a line
 * nobody overlooks; in continuous integration (the variable CI is set) it is a Complaint where PostgreSQL or Redis is missing.
 */
export async function startServices(wanted = { postgres: true, redis: true }) {
	const [python, ...started] = await Promise.all([
		wanted.python ? pythonOrNot() : null,
		wanted.postgres ? postgres() : null,
		wanted.redis ? redis() : null,
		wanted.s3 ? s3OrNot() : null,
	]);
	const [database, memory, files] = started;
	const stop = async () => {
		await Promise.all(started.map((service) => service?.end()));
	};
	const missing = Object.keys(names).filter((name, at) => wanted[name] && !started[at]);
	if (missing.length > 0) {
		const words = `There is no ${missing.map((name) => names[name]).join(" and no ")} on this machine, and none could be installed.`;
		if (process.env.CI) {
			await stop();
			throw new Complaint(`${words} Continuous integration needs them: apt-get install postgresql redis-server`);
		}
		console.warn(`\n!!! ${words}\n!!! TESTS THAT NEED IT ARE SKIPPED. To run them: apt-get install postgresql redis-server\n`);
	}
	return { postgresUrl: database?.url ?? null, redisUrl: memory?.url ?? null, s3Url: files?.url ?? null, python, stop };
}
