// `npm run bench`: measures the built server and writes bench/table.md. `-- opens plays`: these rows alone, on the screen only.
// `-- --postgres`: also on PostgreSQL and Redis. `-- --profile opens`: where the server's time goes. `-- lighthouse`: bench/lighthouse.md; `-- live`, `-- unlock`, `-- large`: theirs.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/steps/build.mjs";
import { generate, install } from "../scripts/steps/install.mjs";
import { within } from "../scripts/steps/paths.mjs";
import { Complaint, script } from "../scripts/steps/run.mjs";
import { groups } from "./rows.mjs";

const options = ["--postgres", "--profile"];
/** Benchmarks with a page of their own. */
const pages = ["large", "lighthouse", "live", "unlock"];

process.env.TMPDIR = mkdtempSync(join(tmpdir(), "passalong-bench-"));
// A PostgreSQL that runs as another user has its data in it.
chmodSync(process.env.TMPDIR, 0o711);
process.on("exit", () => rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 3 }));

/** What `measure()` of a benchmark answered, as a page: `{title, versions, lines}`, Markdown below a heading. */
function page({ title, versions, lines }, how) {
	const machine = `${cpus().length} processor cores, Node ${process.versions.node}`;
	const facts = `Measured on ${new Date().toISOString().slice(0, 10)} with \`${how}\` on ${machine}, ${versions}.`;
	return `# ${title}\n\n${facts}\n\n${lines.join("\n")}\n`;
}

await script(async () => {
	const given = process.argv.slice(2);
	const known = [...groups, ...pages, ...options];
	const unknown = given.find((name) => !known.includes(name));
	if (unknown) throw new Complaint(`"${unknown}" is none of ${known.join(", ")}.`);
	await install();
	await generate();
	await build();
	const how = ["npm run bench", ...(given.length > 0 ? ["--", ...given] : [])].join(" ");
	const alone = pages.find((name) => given.includes(name));
	if (alone) {
		const { measure } = await import(`./${alone}.mjs`);
		const text = page(await measure(), how);
		writeFileSync(within("bench", `${alone}.md`), text);
		console.log(`\n${text}`);
		process.exit(0);
	}
	const asked = groups.filter((group) => given.includes(group));
	const profiles = given.includes("--profile") ? join(process.env.TMPDIR, "profiles") : null;
	const flags = profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
	const { measure } = await import("./table.mjs");
	const measured = await measure({ groups: asked.length > 0 ? asked : groups, withPostgres: given.includes("--postgres"), flags });
	const text = page(measured, how);
	console.log(`\n${text}`);
	if (profiles) {
		const { hottest } = await import("./profile.mjs");
		console.log(`${hottest(profiles, measured.preparing).join("\n")}\n`);
	}
	if (asked.length === 0 && !profiles) writeFileSync(within("bench", "table.md"), text);
	process.exit(0);
});
