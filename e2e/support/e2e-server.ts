import { startServer } from "./server";

/** One built server for all end-to-end tests; its address is in `E2E_URL`, which Playwright's workers inherit. */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
	const server = await startServer({ env: { RATE_LIMIT_SCALE: "100000" } });
	process.env.E2E_URL = server.url;
	return async () => {
		await server.stop();
	};
}
