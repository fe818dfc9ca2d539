import { startS3 } from "./s3";
import { startOn, ways } from "./ways";

/** Where the server for a project's tests is written down; Playwright's workers inherit it. */
export const urlOf = (project: string) => `E2E_URL_${project}`;

/** A built server for each project of the browser tests: phones ask SQLite, wide screens PostgreSQL where there is one. Both through both lanes. */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
	const files = await startS3();
	const servers = await Promise.all(
		["phone", "wide"].map(async (project, at) => {
			const engine = ways[at]?.engine ?? "sqlite";
			const bucket = engine === "postgresql" ? files.env : {};
			const server = await startOn({ name: project, lane: "fast", engine }, { RATE_LIMIT_SCALE: "100000", ...bucket });
			process.env[urlOf(project)] = server.url;
			return server;
		}),
	);
	return async () => {
		await Promise.all(servers.map((server) => server.stop()));
		await files.stop();
	};
}
