// TypeScript of ours as one program in dist/.
import { rmSync } from "node:fs";
import { within } from "./paths.mjs";
import { Complaint } from "./run.mjs";

/**
 * Bundles `entry` as dist/<name>.js, with what it only loads when it needs it (a database's client, say) in a folder beside. Packages stay
 * packages; a mistake in our code is a Complaint that names its place.
 */
async function bundle(entry, name) {
	const { build } = await import("esbuild");
	rmSync(within("dist", `${name}-parts`), { recursive: true, force: true });
	try {
		await build({
			absWorkingDir: within(),
			entryPoints: [{ in: entry, out: name }],
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
		throw new Complaint(`${entry} could not be bundled.\n${error.message}`);
	}
}

/** The server, as dist/<name>.js. */
export const bundleServer = (name) => bundle("server.ts", name);

/** What moves an installation, as dist/move.js: a module with `main`. */
export const bundleMove = () => bundle("lib/drivers/move/main.ts", "move");
