// Next's build of the pages and routes, and the server around it as one file.

import { rmSync } from "node:fs";
import { bundleMove } from "./move.mjs";
import { within } from "./paths.mjs";
import { Complaint, lastLines, runNode, step } from "./run.mjs";
import { hashOf, unlessDone } from "./stamp.mjs";

const sources = [
	...["app", "components", "lib", "prisma", "public", "server.ts"],
	...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "scripts/steps/build.mjs"],
];
const notBuilt = (path) => path.startsWith("lib/drivers/prisma/generated") || /\.test\.tsx?$/.test(path);

/** A build knows nothing of where it will run: these variables, where they are set, and no others. */
export const buildEnv = () => ({
	...Object.fromEntries(
		["PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
	),
	NODE_ENV: "production",
	NEXT_TELEMETRY_DISABLED: "1",
});

/**
 * Bundles server.ts as dist/<name>.js, with what it only loads when it needs it (a database's client, say) in a folder beside. Packages stay
 * packages; a mistake in our code is a Complaint that names its place.
 */
export async function bundleServer(name) {
	const { build } = await import("esbuild");
	rmSync(within("dist", `${name}-parts`), { recursive: true, force: true });
	try {
		await build({
			absWorkingDir: within(),
			entryPoints: [{ in: "server.ts", out: name }],
			outdir: "dist",
			chunkNames: `${name}-parts/[name]-[hash]`,
			splitting: true,
			bundle: true,
			packages: "external",
			platform: "node",
			target: "node20",
			format: "esm",
			sourcemap: true,
			logLevel: "error",
		});
	} catch (error) {
		throw new Complaint(`server.ts could not be bundled.\n${error.message}`);
	}
}

/** Builds without asking whether it is needed. `env` is all that the build gets to see. */
async function buildNow(env) {
	const { code, output } = await runNode([within("node_modules/next/dist/bin/next"), "build"], { env });
	if (code !== 0) throw new Complaint(`next build failed.\n${lastLines(output, 60)}`);
	await bundleServer("server");
	await bundleMove("dist/move.js");
}

/** Builds what `npm start` serves, unless it was built from these very sources. `always` builds in any case. */
export async function build({ env = buildEnv(), always = false } = {}) {
	const hash = hashOf(sources, { skip: notBuilt });
	await unlessDone(".next/.built", hash, () => step("Building", () => buildNow(env)), { always });
}
