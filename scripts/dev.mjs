// `npm run dev`: Next's development mode behind our own server. Pages and routes reload by themselves; a change of server.ts or
// of what it bundles (lib/http among it) needs a restart.
import { refuseOldNode } from "./steps/node.mjs";

refuseOldNode();
const { script } = await import("./steps/run.mjs");
const { checkPlace } = await import("./steps/preflight.mjs");
const { generate, install } = await import("./steps/install.mjs");
const { bundleServer } = await import("./steps/bundle.mjs");
const { serve } = await import("./steps/serve.mjs");

await script(async () => {
	await checkPlace();
	await install();
	await generate();
	// Not dist/server.js: that one belongs to the last build, and `npm start` takes it for granted.
	await bundleServer("dev");
	serve("dist/dev.js", { args: ["--dev"], env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" } });
});
