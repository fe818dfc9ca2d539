// `node scripts/services.mjs`: a throw-away PostgreSQL, Redis and S3 store, until Ctrl-C. Prints what tests by hand want to know.
import { script } from "./steps/run.mjs";
import { startServices } from "./steps/services.mjs";

await script(async () => {
	const { postgresUrl, redisUrl, s3Url, python } = await startServices({ postgres: true, redis: true, s3: true, python: true });
	if (postgresUrl) console.log(`export TEST_POSTGRES_URL=${postgresUrl}`);
	if (redisUrl) console.log(`export TEST_REDIS_URL=${redisUrl}`);
	if (s3Url) console.log(`export TEST_S3_URL=${s3Url}`);
	if (python) console.log(`export TEST_PYTHON=${python}`);
	console.log("# Ctrl-C ends them");
});
