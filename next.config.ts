import type { NextConfig } from "next";

const config: NextConfig = {
	poweredByHeader: false,
	// Its optimizer would fetch our own routes from inside, past the listener and its limits.
	images: { unoptimized: true },
	// A page's title and tags stand in its head for everybody; by default only for the bots that Next knows.
	htmlLimitedBots: /.*/,
	// The native addons and what loads them stay real packages: both bundles (Next's and the server's) share one copy of each.
	serverExternalPackages: [
		"@node-rs/argon2",
		"crawler-user-agents",
		"@prisma/adapter-better-sqlite3",
		"better-sqlite3",
		"busboy",
		"music-metadata",
		"file-type",
		"harfbuzzjs",
		"sharp",
	],
	// Types are one step of `npm test`, not of every start on somebody's small machine.
	typescript: { ignoreBuildErrors: true },
	// API clients of the historical families post to paths as they were documented: a trailing slash is no reason to redirect.
	skipTrailingSlashRedirect: true,
};

export default config;
