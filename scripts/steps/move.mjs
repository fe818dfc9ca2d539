// Moving an installation is TypeScript like the server is, and bundled like it.
import { within } from "./paths.mjs";
import { Complaint } from "./run.mjs";

/** Bundles what moves an installation into `outfile`: a module with `main`. */
export async function bundleMove(outfile) {
	const { build } = await import("esbuild");
	try {
		await build({
			absWorkingDir: within(),
			entryPoints: ["lib/drivers/move/main.ts"],
			outfile,
			bundle: true,
			packages: "external",
			platform: "node",
			target: "node20",
			format: "esm",
			sourcemap: true,
			logLevel: "error",
		});
	} catch (error) {
		throw new Complaint(`What moves an installation could not be bundled.\n${error.message}`);
	}
}
