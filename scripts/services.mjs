// `node scripts/services.mjs`: a throw-away PostgreSQL and Redis, until Ctrl-C. Prints what tests by hand want to know.
import { script } from "./steps/run.mjs";
import { startServices } from "./steps/services.mjs";

await script(async () => {
	const { postgresUrl, redisUrl } = await startServices();
	if (postgresUrl) console.log(`export TEST_POSTGRES_URL=${postgresUrl}`);
	if (redisUrl) console.log(`export TEST_REDIS_URL=${redisUrl}`);
	console.log("# Ctrl-C ends both");
});
