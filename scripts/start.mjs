// `npm start`: from a fresh clone to a server on http://localhost:3000. What is already installed and built is not done again.
import { refuseOldNode } from "./steps/node.mjs";

refuseOldNode();
const { script } = await import("./steps/run.mjs");
const { checkPlace } = await import("./steps/preflight.mjs");
const { generate, install } = await import("./steps/install.mjs");
const { build } = await import("./steps/build.mjs");
const { serve } = await import("./steps/serve.mjs");

await script(async () => {
	await checkPlace();
	await install();
	await generate();
	await build();
	serve("dist/server.js", { env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
});
