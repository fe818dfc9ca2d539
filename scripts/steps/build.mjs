// Next's build of the pages and routes, and the server around it as one file.
import { bundleMove, bundleServer } from "./bundle.mjs";
import { within } from "./paths.mjs";
import { Complaint, lastLines, runNode, step } from "./run.mjs";
import { hashOf, unlessDone } from "./stamp.mjs";

const sources = [
	...["app", "components", "lib", "prisma", "public", "server.ts"],
	...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "scripts/steps/build.mjs", "scripts/steps/bundle.mjs"],
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

/** Builds without asking whether it is needed. `env` is all that the build gets to see. */
async function buildNow(env) {
	const { code, output } = await runNode([within("node_modules/next/dist/bin/next"), "build"], { env });
	if (code !== 0) throw new Complaint(`next build failed.\n${lastLines(output, 60)}`);
	await bundleServer("server");
	await bundleMove();
}

/** Builds what `npm start` serves, unless it was built from these very sources. `always` builds in any case. */
export async function build({ env = buildEnv(), always = false } = {}) {
	const hash = hashOf(sources, { skip: notBuilt });
	await unlessDone(".next/.built", hash, () => step("Building", () => buildNow(env)), { always });
}
