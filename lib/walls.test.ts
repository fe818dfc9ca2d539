import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom. The first wall whose `files` matches a file is its wall. `may` are prefixes of what it may import,
 * relative to the project's root or a package's name; `why` is what a failure tells.
 */
type Wall = { files: RegExp; may: RegExp; why: string };

const std = "node:|zod$";
const leaf =
	"lib/refused$|lib/text$|lib/ports$|lib/share-ports$|lib/room-ports$|lib/authority$|lib/changes$|lib/limits$|lib/youtube-link$|lib/drawn-cover$|lib/json-shape$|lib/shares/kind$";
const wall = (files: string, may: string, why: string): Wall => ({
	files: new RegExp(`^(?:${files})`),
	may: new RegExp(`^(?:${may})`),
	why,
});

const walls: Wall[] = [
	wall(".*\\.(?:test|contract)\\.tsx?$|e2e/|bench/|scripts/|.*\\.config\\.ts$", ".*", "tests and tools may import everything"),
	wall("lib/http/fast-lane\\.ts", "lib/http/|app/api/", "the fast lane alone mounts route handlers"),
	wall("server\\.ts", "lib/|node:|next$", "the server composes; it never imports the next-auth route (docs/decisions/0003)"),
	wall("instrumentation-client\\.ts", "(?!)", "every page loads it: it imports nothing"),
	wall("app/", "(?!lib/drivers/|lib/ports).*", "app translates: drivers and ports are reached by lib/platform"),
	wall(
		"lib/(?:refused|text|ports|share-ports|room-ports|authority|changes|limits|youtube-link|drawn-cover|json-shape)\\.ts",
		`${std}|${leaf}`,
		"the words everybody uses know nobody",
	),
	wall("lib/env\\.ts", std, "settings know nobody"),
	wall("lib/platform\\.ts", "lib/env$|lib/ports$|socket\\.io$", "everybody asks the platform for the drivers and knows none of them"),
	wall(
		"lib/open-platform\\.ts",
		"node:|lib/env$|lib/drivers/|lib/platform$|lib/ports$",
		"the composition root knows settings, drivers and ports",
	),
	wall(
		"lib/(?:contracts|http|live)/",
		`${std}|${leaf}|lib/(?:contracts|http|live|shares|rooms|accounts|items|media)/|lib/kinds/(?:registry|formats)$|lib/platform$|next-auth|busboy$|socket\\.io$|@hono/node-server(?:/utils/response)?$|lib/env$`,
		"a dialect knows kinds by the registry only, and no driver, page or component",
	),
	wall("lib/kinds/registry\\.ts", "lib/kinds/[a-z]+/kind$|lib/shares/kind$", "the registry lists every kind.ts"),
	wall("lib/kinds/format\\.ts", "lib/shares/kind$", "what every kind's files are made of"),
	wall("lib/kinds/fixtures\\.ts", "lib/kinds/[a-z]+/fixture$|lib/shares/kind$", "the list of fixtures lists every kind's"),
	wall(
		"lib/kinds/formats\\.ts",
		"lib/kinds/[a-z]+/files/|lib/kinds/format$|lib/shares/kind$|lib/refused$|lib/media/turns$",
		"the list of formats lists every kind's",
	),
	wall(
		"lib/kinds/[a-z]+/kind\\.ts",
		"zod$|lib/shares/kind$|lib/text$|lib/drawn-cover$",
		"kind.ts is schema and words: no React, no other kind",
	),
	wall(
		"lib/kinds/[a-z]+/files/",
		`${std}|lib/kinds/[a-z]+/(?:files/|kind$|scene$|element$|colour$|plain-json$)|lib/kinds/format$|lib/text$|lib/json-shape$|lib/refused$|lib/youtube-link$|saxes$|papaparse$|roughjs|perfect-freehand$|stream-json/`,
		"readers and writers of files know formats and nobody else",
	),
	wall(
		"lib/kinds/",
		"zod$|lib/shares/kind$|lib/text$|lib/refused$|lib/kinds/[a-z]+/files/|components/|react$|next/|lucide-react$|radix-ui$",
		"a kind knows components and itself, never another kind; what it cannot read it refuses",
	),
	wall(
		"components/",
		"zod$|lib/shares/kind$|lib/accounts/credentials$|lib/live/events$|lib/rooms/movie$|lib/text$|lib/youtube-link$|lib/drawn-cover$|components/|(?!lib/|app/|node:)[a-z@]",
		"a component knows types and schemas, never a kind by name, a driver or a page",
	),
	wall(
		"lib/shares/",
		`${std}|${leaf}|crawler-user-agents$|lib/(?:shares|items|media)/`,
		"the share core knows no kind, no Next, no React, no Prisma",
	),
	wall("lib/items/", `${std}|${leaf}|lib/(?:items|media)/`, "items stand below shares"),
	wall("lib/media/", `${std}|${leaf}|lib/media/|file-type$|music-metadata$|sharp$|harfbuzzjs$`, "media reads files and knows nobody"),
	wall(
		"lib/archive/",
		`${std}|${leaf}|lib/archive/|lib/(?:items|media)/|lib/shares/export$|lib/kinds/(?:registry|formats)$|yazl$|yauzl$`,
		"an account's archive knows items, their kinds and their formats",
	),
	wall("lib/accounts/", `${std}|${leaf}|lib/accounts/`, "accounts stand by themselves"),
	wall("lib/rooms/", `${std}|${leaf}|lib/(?:rooms|items|shares)/`, "rooms stand above links and items: what came of one is kept as a list"),
	wall(
		"lib/drivers/",
		`${std}|lib/(?:ports|refused)$|lib/drivers/|@prisma/|better-sqlite3$|pg$|ioredis$|@socket\\.io/|@upstash/|@aws-sdk/|@node-rs/argon2$`,
		"a driver obeys ports and knows its own client library",
	),
];

const root = resolve(import.meta.dirname, "..");
const skipped = new Set(["node_modules", ".next", "dist", "generated", "generated-postgresql", "data", "test-results", ".git"]);

function sources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (skipped.has(entry.name)) return [];
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return sources(path);
		return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [relative(root, path)] : [];
	});
}

/** What the file imports, each as a path from the root without ending, or a package's name. */
function imports(file: string): string[] {
	const text = readFileSync(join(root, file), "utf8");
	const found = [...text.matchAll(/(?<![\w/])(?:from|import)\s*\(?\s*"([^"\n]+)"/g)].map((match) => match[1] ?? "");
	return found.map((name) => {
		if (name.startsWith("@/")) return name.slice(2);
		return name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : name;
	});
}

const files = sources(root);

describe("walls", () => {
	test.each(files)("%s imports only what its folder may", (file) => {
		const wall = walls.find(({ files }) => files.test(file));
		expect(wall, `no wall knows ${file}: give its folder a line in lib/walls.test.ts`).toBeDefined();
		const through = imports(file).filter((name) => !wall?.may.test(name) && dirname(name) !== dirname(file));
		expect(through, `${file} may not import this: ${wall?.why}`).toEqual([]);
	});

	test("only actor.ts mints an owner", () => {
		const minting = files.filter((file) => /\bmintOwner\b/.test(readFileSync(join(root, file), "utf8")) && !file.endsWith(".test.ts"));
		expect(minting).toEqual(["lib/authority.ts", "lib/http/actor.ts"]);
	});

	test("only actor.ts reads cookies and tokens", () => {
		const reading = files.filter(
			(file) =>
				/^(?:app|lib|server)\b/.test(file) &&
				/get\("(?:cookie|authorization)"\)|\bcookies\(\)/.test(readFileSync(join(root, file), "utf8")),
		);
		expect(reading.filter((file) => !file.endsWith(".test.ts"))).toEqual(["lib/http/actor.ts"]);
	});

	test("only env.ts reads the environment", () => {
		const reading = files.filter(
			(file) => /^(?:app|components|lib|server)\b/.test(file) && /process\.env/.test(readFileSync(join(root, file), "utf8")),
		);
		expect(reading.filter((file) => !file.endsWith(".test.ts"))).toEqual(["lib/env.ts"]);
	});
});

describe("what a link leads to", () => {
	const read = (file: string) => readFileSync(join(root, file), "utf8");
	/** Routes and pages that somebody without an account may ask. */
	const open = files.filter(
		(file) =>
			(file.startsWith("app/") && /actor: "visitor"|lib\/shares\/(?:read|preview)/.test(read(file))) || file.startsWith("app/api/shared/"),
	);
	const known = ["lib/items/item-id", "lib/shares/kind"];

	test.each(open)("is reached from %s by verbs alone, each of which asks the gates", (file) => {
		expect(read(file), "rows are for verbs: what a visitor sees comes from one of lib/shares").not.toMatch(
			/\b(?:world|platform\(\))\.(?:items|shares|visits|counters|users)\b/,
		);
		const verbs = imports(file).filter((name) => /^lib\/(?:shares|items)\//.test(name) && !known.includes(name));
		// What takes an Owner is for that owner's own things.
		const ungated = verbs.filter((name) => !/from "\.\/(?:admit|decide|read-item)"|\bowner: Owner\b/.test(read(`${name}.ts`)));
		expect(ungated, "let it call admit() of lib/shares/admit.ts, and take what that answers").toEqual([]);
	});

	test("is shown to whom admit() let in", () => {
		const admitting = files.filter((file) => /\bas Admitted\b/.test(read(file)) && !file.endsWith(".test.ts"));
		// Whoever spent an opening passes the last gate from then on.
		expect(admitting).toEqual(["lib/shares/admit.ts", "lib/shares/open.ts"]);
	});
});

describe("sizes", () => {
	const product = files.filter((file) => !/\.(?:test|contract)\.tsx?$/.test(file));
	const length = (file: string) => readFileSync(join(root, file), "utf8").split("\n").length - 1;

	test.each(files)("%s has at most 300 lines", (file) => {
		expect(length(file)).toBeLessThanOrEqual(300);
	});

	test.each(product.filter((file) => file.endsWith("route.ts") && file.startsWith("app/")))("%s has at most 40 lines", (file) => {
		expect(length(file), "a route translates; move the rule into lib").toBeLessThanOrEqual(40);
	});

	test("nine files of ten have at most 150 lines, half at most 60", () => {
		const lengths = product.map(length).sort((a, b) => a - b);
		expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
		expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(60);
	});
});

describe("names", () => {
	test.each(files)("%s is not in a drawer for everything", (file) => {
		expect(file.split("/").some((part) => /^(?:utils?|helpers?|misc|common|services?|managers?|index)(?:\.tsx?)?$/.test(part))).toBe(false);
	});
});
