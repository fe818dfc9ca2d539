// `npm run bench -- lighthouse`: measures the built server and writes what came out to bench/<name>.md. Without a name: everything.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/steps/build.mjs";
import { generate, install } from "../scripts/steps/install.mjs";
import { within } from "../scripts/steps/paths.mjs";
import { Complaint, script } from "../scripts/steps/run.mjs";

/** Each module's `measure()` answers `{title, versions, lines}`: Markdown below a heading. */
const benchmarks = { lighthouse: () => import("./lighthouse.mjs") };

process.env.TMPDIR = mkdtempSync(join(tmpdir(), "passalong-bench-"));
process.on("exit", () => rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 3 }));

await script(async () => {
	const names = process.argv.slice(2);
	const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
	if (unknown) throw new Complaint(`"${unknown}" is none of ${Object.keys(benchmarks).join(", ")}.`);
	await install();
	await generate();
	await build();
	for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
		const { measure } = await benchmarks[name]();
		const { title, versions, lines } = await measure();
		const machine = `${cpus().length} processor cores, Node ${process.versions.node}`;
		const facts = `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- ${name}\` on ${machine}, ${versions}.`;
		const text = `# ${title}\n\n${facts}\n\n${lines.join("\n")}\n`;
		writeFileSync(within("bench", `${name}.md`), text);
		console.log(`\n${text}`);
	}
	process.exit(0);
});
