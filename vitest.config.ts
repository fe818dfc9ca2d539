import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/[\\/]$/, "") };

export default defineConfig({
	test: {
		// A test that runs alone, or not at all, hides the others: `npm test` counts it as a failure.
		allowOnly: false,
		// Most of a test is waiting: for a server, a service, a time-out. On two cores Vitest would take them one after the other.
		maxWorkers: 2,
		projects: [
			{
				resolve: { alias },
				test: {
					name: "unit",
					// Generous on purpose: two engines in one test, on a machine that does other things as well.
					testTimeout: 120_000,
					hookTimeout: 60_000,
					include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.{ts,mjs}"],
				},
			},
			{
				// What happens while a server starts: each test starts its own.
				resolve: { alias },
				test: { name: "start-up", include: ["e2e/start-up/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 120_000 },
			},
			{
				// Two servers on one database, one Redis and one bucket; and what happens to servers that are killed and services that are away.
				resolve: { alias },
				test: { name: "cluster", include: ["e2e/cluster/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 240_000 },
			},
			{
				resolve: { alias },
				test: {
					name: "contract",
					include: ["e2e/contract/**/*.test.ts"],
					globalSetup: "e2e/support/lane-servers.ts",
					// As above: signing up costs two argon2 hashes, and several servers share the machine.
					testTimeout: 240_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
