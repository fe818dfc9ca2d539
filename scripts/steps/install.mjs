// Packages and the generated database client: what must be there before anything of ours can be built or checked.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { within } from "./paths.mjs";
import { Complaint, lastLines, run, runNode, step } from "./run.mjs";
import { schemaFor } from "./sql.mjs";
import { hashOf, unlessDone } from "./stamp.mjs";

const compilerHint = `One package, better-sqlite3, is compiled on this machine when no ready-made build of it can be downloaded, and that
needs python3, make and g++. Install them, then run the same command again:
  Debian, Ubuntu:  apt-get install python3 make g++
  Fedora:          dnf install python3 make gcc-c++
  Alpine:          apk add python3 make g++
  macOS:           xcode-select --install`;

/** What to tell somebody whose `npm ci` failed with this output. */
export function complaintAboutInstall(output) {
	if (/gyp ERR!|node-gyp|better_sqlite3\.node|Could not locate the bindings file/.test(output))
		return `The packages could not be installed.\n${compilerHint}`;
	if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET/.test(output))
		return `The packages could not be downloaded: npm's registry does not answer.\n${lastLines(output, 5)}`;
	return `The packages could not be installed.\n${lastLines(output)}`;
}

/** npm as it was called, or the one on the PATH. */
function npm(args, options) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith("npm-cli.js") ? runNode([cli, ...args], options) : run("npm", args, options);
}

async function npmCi() {
	// With NODE_ENV=production npm would leave out what the build needs. The prisma variable keeps npm before version 11, which
	// knows no `allowScripts`, from downloading an engine that is never used.
	const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
	const { code, output } = await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"], { env });
	if (code !== 0) throw new Complaint(complaintAboutInstall(output));
	const check = await runNode(["-e", 'new (require("better-sqlite3"))(":memory:")']);
	if (check.code !== 0) throw new Complaint(complaintAboutInstall(check.output));
}

/** Where the client of each engine is generated; code is typed against SQLite's. */
const clients = { sqlite: "lib/drivers/prisma/generated", postgresql: "lib/drivers/prisma/generated-postgresql" };

/** The clients of both engines, from the one schema. PostgreSQL's twin of it stands in a folder that nobody reads. */
async function generateClients() {
	const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
	const schema = readFileSync(within("prisma/schema.prisma"), "utf8");
	for (const [engine, output] of Object.entries(clients)) {
		const twin = within("node_modules", ".schema", `${engine}.prisma`);
		mkdirSync(dirname(twin), { recursive: true });
		writeFileSync(twin, schemaFor(engine, schema).replace(/^(\s*output\s*=\s*).*$/m, `$1${JSON.stringify(within(output))}`));
		const { code, output: said } = await runNode([within("node_modules/prisma/build/index.js"), "generate", `--schema=${twin}`], { env });
		if (code !== 0) throw new Complaint(`The database client could not be generated.\n${lastLines(said)}`);
	}
}

/** Installs the packages that package-lock.json pins, unless this very set stands there already. */
export async function install() {
	// The add-on is built for one Node on one platform, so these are part of what was installed.
	const words = [process.version, process.platform, process.arch];
	await unlessDone("node_modules/.installed", hashOf(["package-lock.json"], { words }), () =>
		step("Installing packages (minutes, the first time)", npmCi),
	);
}

/** Generates the database clients, unless they fit prisma/schema.prisma already. Needs `install`. */
export async function generate() {
	const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json", "scripts/steps/install.mjs"]);
	const missing = !existsSync(within(clients.postgresql));
	await unlessDone(`${clients.sqlite}/.made`, hash, () => step("Generating the database clients", generateClients), { always: missing });
}
