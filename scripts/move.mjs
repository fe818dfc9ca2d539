// `npm run move -- --from ./data --to postgres://…`: copies a whole installation, rows, files and keys, and compares both in the end.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { refuseOldNode } from "./steps/node.mjs";

refuseOldNode();
const { script } = await import("./steps/run.mjs");
const { install } = await import("./steps/install.mjs");
const { bundleMove } = await import("./steps/bundle.mjs");
const { root, within } = await import("./steps/paths.mjs");

await script(async () => {
	await install();
	await bundleMove();
	// Places are named as seen from where the command was given; the program's own files lie here.
	const from = process.env.INIT_CWD ?? process.cwd();
	process.chdir(root);
	const { main } = await import(pathToFileURL(within("dist/move.js")).href);
	process.exitCode = await main(process.argv.slice(2), {
		from,
		dataDir: resolve(root, process.env.DATA_DIR || "data"),
		endpoint: process.env.S3_ENDPOINT || null,
		region: process.env.S3_REGION || "us-east-1",
		keys:
			process.env.S3_ACCESS_KEY_ID && process.env.S3_SECRET_ACCESS_KEY
				? { accessKeyId: process.env.S3_ACCESS_KEY_ID, secretAccessKey: process.env.S3_SECRET_ACCESS_KEY }
				: null,
	});
});
